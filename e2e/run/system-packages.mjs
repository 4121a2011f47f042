import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian packages that the tests need, each with a file that proves it is there. */
const PACKAGES = [
  { name: "chromium-headless-shell", proof: "/usr/bin/chromium-headless-shell" },
  { name: "fish", proof: "/usr/bin/fish" },
  { name: "awscli", proof: "/usr/bin/aws" },
  { name: "busybox", proof: "/usr/bin/busybox" },
  { name: "netcat-openbsd", proof: "/usr/bin/nc.openbsd" },
  { name: "shellcheck", proof: "/usr/bin/shellcheck" },
  { name: "socat", proof: "/usr/bin/socat" },
  { name: "python3", proof: "/usr/bin/python3" },
  { name: "python3-boto3", proof: "/usr/lib/python3/dist-packages/boto3" },
  { name: "xmlsec1", proof: "/usr/bin/xmlsec1" },
  { name: "openssl", proof: "/usr/bin/openssl" },
  { name: "postgresql", proof: "/usr/lib/postgresql" },
];

const run = (command, args) =>
  execFileSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });

/** Installs what is missing where that is possible (Debian, as root); else says in one line what to install. */
export function installSystemPackages() {
  const missing = PACKAGES.filter(({ proof }) => !existsSync(proof)).map(({ name }) => name);
  if (missing.length === 0) return;
  const wanted = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  const canInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!canInstall) throw new Error(`The tests need ${missing.join(", ")}. On Debian: sudo ${wanted}`);
  process.stdout.write(`Installing ${missing.join(", ")} …\n`);
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing]);
}
