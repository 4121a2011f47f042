export type ShellId = "posix" | "powershell";

/** Where the file is asked for, and as whom. Both are written between single quotes; neither can hold one. */
export type ConfigRequest = { readonly url: string; readonly token: string };

/** What of a text may stand between single quotes in either shell; an address and a token are never changed by it. */
const quote = (text: string) => `'${text.replace(/['\p{Cc}]/gu, "")}'`;

const bearer = (token: string) => quote(`Authorization: Bearer ${token}`);

// `umask`: the file is for its owner alone, like those that the AWS CLI makes.
const posixFirst = ({ url, token }: ConfigRequest) => `(
  umask 077
  mkdir -p ~/.aws
  [ ! -e ~/.aws/config ] || { echo '~/.aws/config is there already: update it instead.' >&2; exit 1; }
  curl -fsS -H ${bearer(token)} \\
    ${quote(url)} -o ~/.aws/config
)
`;

/**
 * The portal answers the merged file into a second one, which takes the place of the first in one step: whatever happens, a whole file
 * is there. A link stays a link. What the portal says of a refusal is shown, and the file stays as it was.
 */
const posixUpdate = ({ url, token }: ConfigRequest) => `(
  umask 077
  file=\${AWS_CONFIG_FILE:-$HOME/.aws/config}
  mkdir -p "$(dirname "$file")" && touch "$file" || exit 1
  [ ! -L "$file" ] || file=$(readlink -f "$file")
  fresh=$(mktemp "$file.XXXXXX") || exit 1
  curl -sS --fail-with-body -o "$fresh" -H ${bearer(token)} \\
    -H 'Content-Type: text/plain' --data-binary @"$file" \\
    ${quote(url)} && mv -f "$fresh" "$file" ||
    { cat "$fresh" >&2; rm -f "$fresh"; exit 1; }
)
`;

const powershellHead = `& {
  $ErrorActionPreference = 'Stop'
  $file = if ($env:AWS_CONFIG_FILE) { $env:AWS_CONFIG_FILE } else { Join-Path $HOME '.aws/config' }
  $null = New-Item -ItemType Directory -Force (Split-Path $file)`;

const powershellFirst = ({ url, token }: ConfigRequest) => `${powershellHead}
  if (Test-Path $file) { throw "$file is there already: update it instead." }
  Invoke-WebRequest -UseBasicParsing -Uri ${quote(url)} -OutFile $file \`
    -Headers @{ Authorization = ${quote(`Bearer ${token}`)} }
}
`;

const powershellUpdate = ({ url, token }: ConfigRequest) => `${powershellHead}
  if (-not (Test-Path $file)) { $null = New-Item -ItemType File $file }
  $fresh = "$file.$([guid]::NewGuid())"
  try {
    Invoke-WebRequest -UseBasicParsing -Method Post -Uri ${quote(url)} -OutFile $fresh -InFile $file \`
      -ContentType 'text/plain' -Headers @{ Authorization = ${quote(`Bearer ${token}`)} }
    Move-Item -Force $fresh $file
  } finally {
    Remove-Item -Force -ErrorAction Ignore $fresh
  }
}
`;

/** What fetches the file from a terminal: for somebody who has none, and into the one that is there. */
export const CONFIG_COMMANDS: Readonly<
  Record<ShellId, Readonly<Record<"first" | "update", (request: ConfigRequest) => string>>>
> = {
  posix: { first: posixFirst, update: posixUpdate },
  powershell: { first: powershellFirst, update: powershellUpdate },
};
