import { defaultProfileName } from "#lib/credentials/profile-name";
import type { HelperOffer, HelperRole } from "./helper-offer";

/** What a person runs on one kind of machine. */
export type Commands = {
  readonly file: "gatehouse" | "gatehouse.ps1";
  readonly checksum: string;
  readonly install: string;
  /** Adds a profile for the role to what is there. */
  readonly configure: string;
  /** What that adds. */
  readonly profile: string;
  readonly use: string;
};

const urlOf = ({ portalUrl }: HelperOffer, file: string) => `${portalUrl}/api/cli/helper/${file}`;

/** A role's name may hold a comma, which PowerShell makes two of; none that comes here holds a quote. */
const quote = (roleName: string) => (/^[\w./-]+$/.test(roleName) ? roleName : `'${roleName}'`);

/** On two lines, so that most fit into a narrow window. */
const optionsOf = (role: HelperRole, lineEnd: string) =>
  `--account ${role.accountId} --role ${quote(role.roleName)} ${lineEnd}
    --profile ${defaultProfileName(role)} --region ${role.region}`;

const profileOf = (role: HelperRole, call: string) =>
  `[profile ${defaultProfileName(role)}]
credential_process = ${call} credentials --account ${role.accountId} --role ${role.roleName}
region = ${role.region}`;

const useOf = (role: HelperRole) => `aws sts get-caller-identity --profile ${defaultProfileName(role)}`;

/** Under another name until it proves to be what was promised: what was there before stays when it does not. */
const installInShell = (offer: HelperOffer, check: string) => `(
  mkdir -p ~/.local/bin && cd ~/.local/bin &&
  curl -fsS -o gatehouse.new '${urlOf(offer, "gatehouse")}' &&
  echo '${offer.checksums.sh}  gatehouse.new' |
    ${check} &&
  chmod +x gatehouse.new && mv gatehouse.new gatehouse
)`;

const inShell = (offer: HelperOffer, role: HelperRole, check: string, home: string): Commands => ({
  file: "gatehouse",
  checksum: offer.checksums.sh,
  install: installInShell(offer, check),
  configure: `mkdir -p ~/.aws &&
  ~/.local/bin/gatehouse configure ${optionsOf(role, "\\")} >>~/.aws/config`,
  profile: profileOf(role, `${home}/.local/bin/gatehouse`),
  use: useOf(role),
});

const POWERSHELL = "powershell -NoProfile -ExecutionPolicy Bypass -File";

const installInPowerShell = (offer: HelperOffer) => `$from = '${urlOf(offer, "gatehouse.ps1")}'
$sum = '${offer.checksums.ps1}'
$to = "$env:LOCALAPPDATA\\Gatehouse"
New-Item -ItemType Directory -Force $to | Out-Null
Invoke-WebRequest -UseBasicParsing $from -OutFile "$to\\gatehouse.new"
if ((Get-FileHash "$to\\gatehouse.new").Hash -ne $sum) { throw 'checksum mismatch' }
Move-Item -Force "$to\\gatehouse.new" "$to\\gatehouse.ps1"`;

const inPowerShell = (offer: HelperOffer, role: HelperRole): Commands => ({
  file: "gatehouse.ps1",
  checksum: offer.checksums.ps1,
  install: installInPowerShell(offer),
  configure: `New-Item -ItemType Directory -Force "$HOME\\.aws" | Out-Null
${POWERSHELL} "$env:LOCALAPPDATA\\Gatehouse\\gatehouse.ps1" configure \`
    ${optionsOf(role, "`")} |
  Add-Content "$HOME\\.aws\\config"`,
  profile: profileOf(
    role,
    `powershell.exe -NoProfile -ExecutionPolicy Bypass -File "C:\\Users\\you\\AppData\\Local\\Gatehouse\\gatehouse.ps1"`,
  ),
  use: useOf(role),
});

/** The kinds of machines, by what differs between them: how a checksum is checked, and where a home is. */
export const SYSTEMS = {
  linux: {
    label: "Linux",
    commands: (offer: HelperOffer, role: HelperRole) => inShell(offer, role, "sha256sum -c -", "/home/you"),
  },
  macos: {
    label: "macOS",
    commands: (offer: HelperOffer, role: HelperRole) => inShell(offer, role, "shasum -a 256 -c -", "/Users/you"),
  },
  windows: { label: "Windows", commands: inPowerShell },
} as const;

export type SystemId = keyof typeof SYSTEMS;

export const isSystem = (text: string): text is SystemId => Object.hasOwn(SYSTEMS, text);
