import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const SOURCES = ["app", "components", "lib", "public", "prisma", "package-lock.json", "tsconfig.json"];
const ROOT_FILES = /^(next\.config|postcss\.config|proxy|instrumentation)[\w.-]*\.(ts|mts|js|mjs)$/;
const IGNORED = /(\.test\.tsx?|\.tsbuildinfo|\.tmp\.ts)$|(^|\/)(fixtures|generated)(\/|$)/;

/**
 * A digest of everything that `next build` and `prisma generate` read. Tests and generated code are left out.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function hashSources(root) {
  const rootFiles = (await readdir(root)).filter((name) => ROOT_FILES.test(name));
  const hash = createHash("sha256").update(process.version);
  for (const name of [...SOURCES, ...rootFiles].sort()) await hashInto(hash, root, name);
  return hash.digest("hex");
}

async function hashInto(hash, root, path) {
  if (IGNORED.test(path)) return;
  let names;
  try {
    names = await readdir(join(root, path));
  } catch (error) {
    if (error.code === "ENOENT") return;
    if (error.code !== "ENOTDIR") throw error;
    hash.update(`${path}\0`).update(await readFile(join(root, path)));
    return;
  }
  for (const name of names.sort()) await hashInto(hash, root, `${path}/${name}`);
}

/**
 * Whether the last build that the demo made is still there and made of these sources. A build by somebody else in the
 * same place has another id, and does not count.
 */
export async function isBuilt(root, sources) {
  const stamp = await readText(stampPath(root));
  const buildId = await readText(join(root, ".next", "BUILD_ID"));
  const hasClient = (await readText(join(root, "lib", "db", "generated", "client.ts"))) !== null;
  return hasClient && buildId !== null && stamp === `${sources} ${buildId}`;
}

export async function saveStamp(root, sources) {
  await mkdir(dirname(stampPath(root)), { recursive: true });
  await writeFile(stampPath(root), `${sources} ${await readText(join(root, ".next", "BUILD_ID"))}`);
}

const stampPath = (root) => join(root, ".demo", "build-stamp");

async function readText(path) {
  try {
    return await readFile(path, "utf8");
  } catch {
    return null;
  }
}
