import { toProfileName } from "#lib/aws/profile-name";
import { quoteBash } from "./bash";
import { OVERRIDING_VARIABLES } from "./environment";

/** What a container or a machine needs to know of its lease (SDKs and Tools Reference, feature-container-credentials). */
export type LeaseInput = {
  /** What the person calls it. */
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly region: string;
};

export const LEASE_BLOCK_IDS = [
  "token-file",
  "docker",
  "compose",
  "devcontainer",
  "shell",
  "remote-token",
  "remote-profile",
] as const;
export type LeaseBlockId = (typeof LEASE_BLOCK_IDS)[number];

export type LeaseBlock = {
  /** What the lines go into, as it is called everywhere. */
  readonly label: string;
  /** Whether the token stands in it. */
  readonly isSecret: boolean;
  readonly format: (input: LeaseInput) => string;
};

/** Where Docker Compose puts secrets; the others do the same, so that one path is right everywhere. */
const MOUNTED = "/run/secrets/aws-lease";

/** Relative to the home directory. */
const tokenPath = ({ name }: LeaseInput): string => `.config/gatehouse/${toProfileName(name)}.token`;

/** For a container that reads the token from the file that is mounted into it. */
const containerVariables = ({ url, region }: LeaseInput): Readonly<Record<string, string>> => ({
  AWS_CONTAINER_CREDENTIALS_FULL_URI: url,
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: MOUNTED,
  AWS_REGION: region,
});

/** What the default chain of an SDK would take before it looks at the container endpoint. */
const UNSET = `unset ${[...new Set([...OVERRIDING_VARIABLES, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"])].join(" ")}`;

// `printf` is the shell's own: the token is in no list of processes. Without a line end, which botocore refuses in a token.
const tokenFile = (input: LeaseInput): string =>
  `mkdir -p ~/.config/gatehouse\n(umask 077; printf %s ${quoteBash(input.token)} > ~/${tokenPath(input)})\n`;

function docker(input: LeaseInput): string {
  const variables = Object.entries(containerVariables(input)).map(
    ([name, value]) => `  -e ${name}=${quoteBash(value)} \\`,
  );
  const mount = `  -v "$HOME/${tokenPath(input)}:${MOUNTED}:ro" \\`;
  return ["docker run --rm \\", mount, ...variables, "  amazon/aws-cli sts get-caller-identity", ""].join("\n");
}

/** A text in JSON is one in YAML too. Compose takes `$` for a variable. */
const yamlText = (text: string): string => JSON.stringify(text.replaceAll("$", "$$$$"));

function compose(input: LeaseInput): string {
  const variables = Object.entries(containerVariables(input)).map(
    ([name, value]) => `      ${name}: ${yamlText(value)}`,
  );
  return [
    "services:",
    "  app:",
    "    environment:",
    ...variables,
    "    secrets:",
    "      - aws-lease",
    "secrets:",
    "  aws-lease:",
    `    file: \${HOME}/${tokenPath(input)}`,
    "",
  ].join("\n");
}

/** The mount's source: the one of the two that the machine has is the home directory. */
const devcontainer = (input: LeaseInput): string => {
  const source = `\${localEnv:HOME}\${localEnv:USERPROFILE}/${tokenPath(input)}`;
  const mounts = [`source=${source},target=${MOUNTED},type=bind,readonly`];
  return `${JSON.stringify({ mounts, containerEnv: containerVariables(input) }, null, 2)}\n`;
};

const shell = ({ url, token, region }: LeaseInput): string =>
  [
    UNSET,
    `export AWS_CONTAINER_CREDENTIALS_FULL_URI=${quoteBash(url)}`,
    `export AWS_CONTAINER_AUTHORIZATION_TOKEN=${quoteBash(token)}`,
    `export AWS_REGION=${quoteBash(region)} AWS_DEFAULT_REGION=${quoteBash(region)}`,
    "",
  ].join("\n");

// `tokenPath` holds letters, digits, dots, hyphens and underscores only: nothing that the other shell would read.
const remoteToken = (input: LeaseInput): string =>
  `printf %s ${quoteBash(input.token)} | ssh HOST 'umask 077; mkdir -p ~/.config/gatehouse; cat > ~/${tokenPath(input)}'\n`;

const remoteProfile = (input: LeaseInput): string =>
  [
    `export AWS_CONTAINER_CREDENTIALS_FULL_URI=${quoteBash(input.url)}`,
    `export AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE="$HOME/${tokenPath(input)}"`,
    `export AWS_REGION=${quoteBash(input.region)}`,
    "",
  ].join("\n");

/** Every block by its id. The token is in no argument of a program, and in no file but its own. */
export const LEASE_BLOCKS: { readonly [Id in LeaseBlockId]: LeaseBlock } = {
  "token-file": { label: "bash, zsh", isSecret: true, format: tokenFile },
  docker: { label: "docker run", isSecret: false, format: docker },
  compose: { label: "compose.yaml", isSecret: false, format: compose },
  devcontainer: { label: "devcontainer.json", isSecret: false, format: devcontainer },
  shell: { label: "bash, zsh", isSecret: true, format: shell },
  "remote-token": { label: "ssh", isSecret: true, format: remoteToken },
  "remote-profile": { label: "~/.profile", isSecret: false, format: remoteProfile },
};

/** Where a lease is used, in the order of the screen, and what is done there, a block each. */
export const LEASE_PLACES = {
  docker: ["token-file", "docker"],
  compose: ["token-file", "compose"],
  devcontainer: ["token-file", "devcontainer"],
  shell: ["shell"],
  remote: ["remote-token", "remote-profile"],
} as const satisfies Record<string, readonly LeaseBlockId[]>;
export type LeasePlace = keyof typeof LEASE_PLACES;
