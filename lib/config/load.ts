import "server-only";
import { readFile as readFileFromDisk } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Partition } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";
import type { AccessConfig, AccountConfig, RoleConfig } from "./access-schema";
import { checkAccounts } from "./check-accounts";
import { checkIdentityProviders } from "./check-identity-providers";
import { checkLogos, type ReadBytes } from "./check-logos";
import { checkPortal } from "./check-portal";
import { checkRolePaths } from "./check-role-paths";
import { checkRoleSessions } from "./check-role-sessions";
import { checkRules } from "./check-rules";
import { checkShape } from "./check-shape";
import { checkSignedRoles } from "./check-signed-roles";
import { fillDefaults } from "./fill-defaults";
import { type Environment, interpolate, type ReadTextFile, redact } from "./interpolate";
import { type Outline, readOutline } from "./outline";
import { type ConfigProblem, type Finding, formatPath } from "./problem";
import { readYaml, type YamlDocument } from "./read-yaml";
import type { Config } from "./schema";

/** A role with its path into AWS settled: through which IAM provider, and by whose token or assertion (`null`: the portal's). */
export type LoadedRole = Omit<RoleConfig, "provider" | "idp"> & {
  /** Null for the paths that no IAM provider has a part in. */
  readonly provider: string | null;
  readonly idp: string | null;
};

export type LoadedAccount = Omit<AccountConfig, "partition" | "roles"> & {
  readonly partition: Partition;
  readonly roles: readonly LoadedRole[];
};

/** `gatehouse.yaml`, checked, references brought in, defaults filled, paths absolute. Durations are seconds. */
export type LoadedConfig = Omit<Config, "issuer" | "access"> & {
  readonly issuer: Omit<Config["issuer"], "url" | "samlEntityId"> & {
    readonly url: string;
    readonly samlEntityId: string;
  };
  readonly access: Omit<AccessConfig, "accounts"> & { readonly accounts: readonly LoadedAccount[] };
};

const CHECKS = [
  checkPortal,
  checkIdentityProviders,
  checkAccounts,
  checkRolePaths,
  checkRoleSessions,
  checkSignedRoles,
  checkRules,
] as const;

type Source = {
  readonly path: string;
  readonly env: Environment;
  readonly readFile: ReadTextFile;
  readonly readBytes: ReadBytes;
};

async function checkMetadataFiles(outline: Outline, { path, readFile }: Source): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, { type, metadataFile }] of outline.identityProviders.entries()) {
    // A reference that leads nowhere is reported as such.
    if (type !== "saml" || metadataFile === undefined || metadataFile.includes("${")) continue;
    const readable = await readFile(resolve(dirname(path), metadataFile)).then(
      () => true,
      () => false,
    );
    const message = "cannot be read; the path counts from this configuration file";
    if (!readable) findings.push({ path: ["identityProviders", index, "metadataFile"], message });
  }
  return findings;
}

/** One problem a place and message; where a reference leads nowhere, nothing else is said about that place. */
function toProblems(
  findings: readonly Finding[],
  unresolved: readonly Finding[],
  source: YamlDocument,
): ConfigProblem[] {
  const silenced = new Set(unresolved.map(({ path }) => formatPath(path)));
  const problems = new Map<string, ConfigProblem>();
  for (const finding of [...unresolved, ...findings]) {
    const path = formatPath(finding.path);
    if (silenced.has(path) && !unresolved.includes(finding)) continue;
    const line = finding.line ?? source.lineOf(finding.path);
    const problem = { path, message: finding.message, ...(line === undefined ? {} : { line }) };
    problems.set(`${path}\n${finding.message}`, problem);
  }
  return [...problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

async function readSource(source: Source): Promise<Result<YamlDocument, ConfigProblem[]>> {
  try {
    return readYaml(await source.readFile(source.path));
  } catch {
    return err([{ path: "", message: "cannot be read; check that the file is there and that the portal may read it" }]);
  }
}

/**
 * Reads and checks `gatehouse.yaml`. Reports everything that is wrong at once, each by its path and line: references
 * that lead nowhere, keys that do not fit, and what contradicts across keys. The value that a reference brought in is in
 * no message.
 */
export async function loadConfig(options: {
  path: string;
  env: Environment;
  readFile?: ReadTextFile;
  readBytes?: ReadBytes;
}): Promise<Result<LoadedConfig, ConfigProblem[]>> {
  const readText = (path: string) => readFileFromDisk(path, "utf8");
  const source = { readFile: readText, readBytes: (path: string) => readFileFromDisk(path), ...options };
  const yaml = await readSource(source);
  if (!yaml.ok) return yaml;
  const { path: configPath, env, readFile } = source;
  const sources = { configPath, env, readFile };
  const { value, findings: unresolved, secrets } = await interpolate(yaml.value.value, sources);
  const { config, findings: misshapen } = checkShape(value);
  const outline = readOutline(value);
  const files = [...(await checkMetadataFiles(outline, source)), ...(await checkLogos(outline, source))];
  const crossed = [...CHECKS.flatMap((check) => check(outline)), ...files];
  const problems = toProblems([...yaml.value.findings, ...misshapen, ...crossed], unresolved, yaml.value);
  if (config !== null && problems.length === 0) return ok(fillDefaults(config, source.path));
  return err(problems.map((problem) => ({ ...problem, message: redact(problem.message, secrets) })));
}
