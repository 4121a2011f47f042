import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { LEASE_BLOCK_IDS, LEASE_BLOCKS, LEASE_PLACES, type LeaseBlockId, type LeaseInput } from "./lease-blocks";

const INPUT: LeaseInput = {
  name: "billing's $(touch pwned); api",
  url: "https://aws.example.com/api/container-credentials",
  token: "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLETOKEN012",
  region: "eu-west-1",
};
const PATH_OF_TOKEN = ".config/gatehouse/billing-s-touch-pwned-api.token";

const block = (id: LeaseBlockId) => LEASE_BLOCKS[id].format(INPUT);

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "gatehouse-lease-"));
  mkdirSync(join(home, "bin"));
  // Both say which arguments they were started with; ssh runs its last one, as the other machine's shell would.
  writeFileSync(join(home, "bin", "docker"), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  writeFileSync(join(home, "bin", "ssh"), '#!/bin/sh\nprintf "%s\\n" "$@"\nexec sh -c "$2"\n');
  for (const name of ["docker", "ssh"]) chmodSync(join(home, "bin", name), 0o755);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (script: string): string =>
  execFileSync("bash", ["--norc", "-c", script], {
    env: {
      HOME: home,
      PATH: `${home}/bin:/usr/bin:/bin`,
      NODE_ENV: "test",
      AWS_PROFILE: "old",
      AWS_ACCESS_KEY_ID: "old",
    },
    cwd: home,
    encoding: "utf8",
  });

const tokenFile = () => join(home, PATH_OF_TOKEN);

describe.each(["token-file", "remote-token"] as const)("%s", (id) => {
  test("leaves the token, and no line end, in a file that only its owner reads; no program has it as an argument", () => {
    rmSync(tokenFile(), { force: true });
    const said = run(block(id));
    expect(readFileSync(tokenFile(), "utf8")).toBe(INPUT.token);
    expect(statSync(tokenFile()).mode & 0o777).toBe(0o600);
    expect(said).not.toContain(INPUT.token);
  });
});

test("docker run mounts the file and names it; the token is in no argument", () => {
  expect(run(block("docker")).trim().split("\n")).toEqual([
    "run",
    "--rm",
    "-v",
    `${tokenFile()}:/run/secrets/aws-lease:ro`,
    "-e",
    `AWS_CONTAINER_CREDENTIALS_FULL_URI=${INPUT.url}`,
    "-e",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/run/secrets/aws-lease",
    "-e",
    "AWS_REGION=eu-west-1",
    "amazon/aws-cli",
    "sts",
    "get-caller-identity",
  ]);
});

test("compose.yaml has the file as a secret and names it", () => {
  expect(parse(block("compose"))).toEqual({
    services: {
      app: {
        environment: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: INPUT.url,
          AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/run/secrets/aws-lease",
          AWS_REGION: "eu-west-1",
        },
        secrets: ["aws-lease"],
      },
    },
    secrets: { "aws-lease": { file: `\${HOME}/${PATH_OF_TOKEN}` } },
  });
});

test("devcontainer.json mounts the file, from the home directory of either system, and names it", () => {
  expect(JSON.parse(block("devcontainer"))).toEqual({
    mounts: [
      `source=\${localEnv:HOME}\${localEnv:USERPROFILE}/${PATH_OF_TOKEN},target=/run/secrets/aws-lease,type=bind,readonly`,
    ],
    containerEnv: {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: INPUT.url,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/run/secrets/aws-lease",
      AWS_REGION: "eu-west-1",
    },
  });
});

test.each([
  ["shell", `AWS_CONTAINER_AUTHORIZATION_TOKEN=${INPUT.token}`],
  ["remote-profile", `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=HOME/${PATH_OF_TOKEN}`],
] as const)("%s exports what an SDK reads", (id, line) => {
  const variables = run(`${block(id)}env`).split("\n");
  expect(variables).toContain(`AWS_CONTAINER_CREDENTIALS_FULL_URI=${INPUT.url}`);
  expect(variables).toContain(line.replace("HOME", home));
  expect(variables).toContain("AWS_REGION=eu-west-1");
  // What would win over it in the default chain is gone from this terminal.
  if (id === "shell") expect(variables.filter((name) => /^AWS_(PROFILE|ACCESS_KEY_ID)=/.test(name))).toEqual([]);
});

test("a name with quotes and commands in it is a file name and nothing else", () => {
  for (const id of LEASE_BLOCK_IDS) expect(block(id)).not.toContain("$(touch");
  expect(LEASE_BLOCKS["token-file"].format({ ...INPUT, name: "日本" })).toMatch(/gatehouse\/[\w-]+\.token\)\n$/);
});

test("the token stands in the blocks that say so and in no other; each block has its place", () => {
  for (const id of LEASE_BLOCK_IDS) expect(block(id).includes(INPUT.token)).toBe(LEASE_BLOCKS[id].isSecret);
  expect([...new Set<string>(Object.values(LEASE_PLACES).flat())].sort()).toEqual([...LEASE_BLOCK_IDS].sort());
});
