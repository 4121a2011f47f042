import { quoteBash } from "./bash";
import { type CommandParts, type CommandTarget, CREDENTIALS_QUERY, DOTENV_NAMES } from "./iam-user-command";

/** Asks for the code and for the session. `read` and the secrets stay in the shell: none is an argument of a program. */
const ask = (words: string) => `(
  umask 077
  printf 'MFA code: ' >&2
  IFS= read -r code || [ -n "$code" ] || exit 1
  code=$(printf %s "$code" | tr -d '[:space:]')
  case $code in
    [0-9][0-9][0-9][0-9][0-9][0-9]) ;;
    *) echo 'The code has six digits.' >&2; exit 1 ;;
  esac
  answer=$(aws ${words} --token-code "$code" \\
    --query '${CREDENTIALS_QUERY}' --output text) || exit 1
  tab=$(printf '\\t')
  key=\${answer%%"$tab"*} rest=\${answer#*"$tab"}
  secret=\${rest%%"$tab"*} rest=\${rest#*"$tab"}
  token=\${rest%%"$tab"*} ends=\${rest#*"$tab"}
`;

// Through a second file, so that a full disk does not cost the first; into the old one by `cat`, so that a link stays a link.
const write = (lines: string) => `  fresh=$(mktemp "$file.XXXXXX") || exit 1
  {
    [ -z "$others" ] || printf '%s\\n\\n' "$others"
${lines}
  } > "$fresh" && chmod 600 "$file" && cat "$fresh" > "$file" || { echo "Left in $fresh" >&2; exit 1; }
  rm -f "$fresh"
`;

// `aws configure set` would show the secret to everybody who lists processes; the file is written by the shell itself.
const writeProfile = (
  profile: string,
  region: string,
) => `  file=\${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}
  mkdir -p "$(dirname "$file")" && touch "$file" || exit 1
  others=$(awk -v profile=${profile} '
    /^[ \\t]*\\[/ { name = $0; sub(/^[ \\t]*\\[[ \\t]*/, "", name); sub(/[ \\t]*\\].*/, "", name); mine = (name == profile) }
    mine && /^[ \\t]*aws_access_key_id[ \\t]*=[ \\t]*AKIA/ { exit 3 }
    mine == 0
  ' < "$file")
  case $? in
    0) ;;
    3) echo 'That profile holds a long-term key: choose another name.' >&2; exit 1 ;;
    *) exit 1 ;;
  esac
${write(`    printf '[%s]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n' ${profile} "$key" "$secret"
    printf 'aws_session_token = %s\\nregion = %s\\n' "$token" ${region}`)}  printf 'Profile %s holds until %s.\\n' ${profile} "$ends" >&2
)
`;

const writeDotenv = (file: string, region: string) => `  file=${file}
  touch "$file" || exit 1
  others=$(awk '/^[ \\t]*(export[ \\t]+)?(${DOTENV_NAMES.join("|")})=/ { next } { print }' < "$file") || exit 1
${write(`    printf 'AWS_ACCESS_KEY_ID=%s\\nAWS_SECRET_ACCESS_KEY=%s\\nAWS_SESSION_TOKEN=%s\\n' "$key" "$secret" "$token"
    printf 'AWS_CREDENTIAL_EXPIRATION=%s\\nAWS_REGION=%s\\nAWS_DEFAULT_REGION=%s\\n' "$ends" ${region} ${region}`)}  printf '%s holds until %s.\\n' "$file" "$ends" >&2
)
`;

/** A file as a word: in the home directory for `~/`, which quotes would keep a shell from reading. */
function quoteFile(name: string): string {
  if (name.startsWith("~/")) return `"$HOME"/${quoteBash(name.slice(2))}`;
  return quoteBash(/^(\/|\.{1,2}\/)/.test(name) ? name : `./${name}`);
}

const writeTo = (target: CommandTarget, region: string): string =>
  target.kind === "profile"
    ? writeProfile(quoteBash(target.profile), quoteBash(region))
    : writeDotenv(quoteFile(target.fileName), quoteBash(region));

/** Options in the open, values in quotes: what is read by people stays readable. */
const toWord = (text: string): string => (/^(--)?[a-z][a-z-]*$/.test(text) ? text : quoteBash(text));

/**
 * The command for bash, zsh and any POSIX shell, with the tools of Debian and of macOS. In parentheses: a shell reads it to
 * the end before it begins, so a pasted one does not take its own next line for the code, and nothing of it stays behind.
 */
export function formatPosixCommand({ args, region, target }: CommandParts): string {
  return ask(args.map(toWord).join(" ")) + writeTo(target, region);
}
