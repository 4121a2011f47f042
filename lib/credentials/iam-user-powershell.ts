import { type CommandParts, type CommandTarget, CREDENTIALS_QUERY, DOTENV_NAMES } from "./iam-user-command";
import { quotePowershell } from "./powershell";

const ask = (words: string) => `& {
  $ErrorActionPreference = 'Stop'
  $code = (Read-Host 'MFA code') -replace '\\s', ''
  if ($code -notmatch '^[0-9]{6}$') { throw 'The code has six digits.' }
  $answer = aws ${words} --token-code $code --query '${CREDENTIALS_QUERY}' --output text
  if ($LASTEXITCODE -ne 0) { throw 'AWS gave no session.' }
  $key, $secret, $token, $ends = "$answer".Trim() -split '\\t'
`;

// Without a byte order mark, which the AWS SDKs do not read; Set-Content of Windows PowerShell 5.1 always writes one.
const write = `  [IO.File]::WriteAllLines($file, [string[]]$lines)
  if ($IsWindows -eq $false) { chmod 600 $file }
  else { icacls $file /inheritance:r /grant:r "\${env:USERNAME}:F" | Out-Null }
`;

const writeProfile = (profile: string, region: string) => `  $file = $env:AWS_SHARED_CREDENTIALS_FILE
  if (-not $file) { $file = Join-Path $HOME '.aws/credentials' }
  New-Item -ItemType Directory -Force -Path (Split-Path $file) | Out-Null
  $lines = @()
  $mine = $false
  if (Test-Path -LiteralPath $file) {
    foreach ($line in [IO.File]::ReadAllLines($file)) {
      if ($line -match '^\\s*\\[\\s*(.*?)\\s*\\]') { $mine = $Matches[1] -ceq ${profile} }
      if ($mine -and $line -match '^\\s*aws_access_key_id\\s*=\\s*AKIA') {
        throw 'That profile holds a long-term key: choose another name.'
      }
      if (-not $mine) { $lines += $line }
    }
  }
  $lines += '[' + ${profile} + ']', "aws_access_key_id = $key", "aws_secret_access_key = $secret"
  $lines += "aws_session_token = $token", ('region = ' + ${region})
${write}  Write-Host "Profile" ${profile} "holds until $ends."
}
`;

const writeDotenv = (
  file: string,
  region: string,
) => `  $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath(${file})
  $lines = @()
  if (Test-Path -LiteralPath $file) {
    $lines += [IO.File]::ReadAllLines($file) | Where-Object { $_ -cnotmatch '^\\s*(export\\s+)?(${DOTENV_NAMES.join("|")})=' }
  }
  $lines += "AWS_ACCESS_KEY_ID=$key", "AWS_SECRET_ACCESS_KEY=$secret", "AWS_SESSION_TOKEN=$token"
  $lines += "AWS_CREDENTIAL_EXPIRATION=$ends", ('AWS_REGION=' + ${region}), ('AWS_DEFAULT_REGION=' + ${region})
${write}  Write-Host "$file holds until $ends."
}
`;

const writeTo = (target: CommandTarget, region: string): string =>
  target.kind === "profile"
    ? writeProfile(quotePowershell(target.profile), quotePowershell(region))
    : writeDotenv(quotePowershell(target.fileName), quotePowershell(region));

const toWord = (text: string): string => (/^(--)?[a-z][a-z-]*$/.test(text) ? text : quotePowershell(text));

/**
 * The same command for PowerShell, 5.1 and 7. In a script block of its own: it is read to the end before it begins, and its
 * variables are gone afterwards. No argument holds a double quote, which 5.1 would drop on the way to a program.
 */
export function formatPowershellCommand({ args, region, target }: CommandParts): string {
  return ask(args.map(toWord).join(" ")) + writeTo(target, region);
}
