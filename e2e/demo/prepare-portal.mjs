import { join } from "node:path";
import { compressStatic } from "../run/compress-static.mjs";
import { hashSources, isBuilt, saveStamp } from "./build-stamp.mjs";
import { buildChildEnvironment } from "./child-environment.mjs";
import { isInstalled } from "./installed-packages.mjs";

/** Installs and builds what is missing or out of date, and nothing else. Throws with the last lines of what failed. */
export async function preparePortal({ root, children, progress, env }) {
  if (!(await isInstalled(root))) {
    await progress.step("installing packages (a minute or two, the first time)", () =>
      children.run({ ...npmCi(), env: buildChildEnvironment(env) }),
    );
  }
  const sources = await hashSources(root);
  if (await isBuilt(root, sources)) return;
  await progress.step("generating the database client", () => children.run(prismaGenerate(root, env)));
  await progress.step("building the portal (under two minutes)", async () => {
    await children.run(nextBuild(root, env));
    await compressStatic(root);
  });
  await saveStamp(root, sources);
}

/** `npm run` says where npm itself is; the PATH may hold another, or none. */
function npmCi() {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js") || npm?.endsWith(".cjs")) return { name: "npm ci", args: [npm, ...args] };
  return { name: "npm ci", command: "npm", args };
}

function prismaGenerate(root, env) {
  return {
    name: "prisma generate",
    args: [join(root, "node_modules/prisma/build/index.js"), "generate", "--config", "prisma/prisma.config.ts"],
    // It would download an engine that it does not use, unless it is shown some executable that exists.
    env: buildChildEnvironment(env, { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" }),
  };
}

function nextBuild(root, env) {
  return {
    name: "next build",
    args: [join(root, "node_modules/next/dist/bin/next"), "build"],
    env: buildChildEnvironment(env, { NODE_ENV: "production", GATEHOUSE_COMPRESS_STATIC: "1" }),
  };
}
