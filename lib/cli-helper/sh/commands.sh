usage() {
  put "gatehouse: AWS credentials through $PORTAL_NAME ($PORTAL)

  gatehouse login [--device]                          signs in, in the browser or by a code
  gatehouse credentials --account ID --role NAME      for credential_process: prints credentials as JSON
  gatehouse configure --account ID --role NAME [--profile NAME] [--region REGION]
                                                      prints a profile for ~/.aws/config
  gatehouse status                                    says what is kept here
  gatehouse logout                                    signs out and removes what is kept
  gatehouse version

Without a desktop, and over ssh, the sign-in goes by a code. GATEHOUSE_NO_BROWSER=1 makes \`credentials\` fail rather than
ask anybody; GATEHOUSE_STORE=file keeps the sign-in in a file though there is a keychain.
"
}

misused() {
  put "gatehouse: $1 See: gatehouse --help$NEWLINE" >&2
  exit 2
}

# Sets $account, $role, $profile, $region and $wants_code.
read_options() {
  account='' role='' profile='' region=$REGION
  while [ $# -gt 0 ]; do
    case $1 in
    --device)
      wants_code=yes
      shift
      continue
      ;;
    --account | --role | --profile | --region) [ $# -ge 2 ] || misused "$1 needs a value." ;;
    --account=* | --role=* | --profile=* | --region=*)
      option=$1
      shift
      set -- "${option%%=*}" "${option#*=}" "$@"
      continue
      ;;
    *) misused "$(plain "$1") is not known." ;;
    esac
    case $1 in --account) account=$2 ;; --role) role=$2 ;; --profile) profile=$2 ;; *) region=$2 ;; esac
    shift 2
  done
}

need_role() {
  is_account "$account" || misused "--account needs the 12 digits of an account."
  is_role "$role" || misused "--role needs the name of a role."
}

print_profile() {
  [ -n "$profile" ] || profile=$account-${role##*/}
  case $profile in *[!A-Za-z0-9_.@+=,-]*) misused "--profile needs a name of letters, digits, hyphens and dots." ;; esac
  case $region in '' | *[!a-z0-9-]*) misused "--region needs the name of a Region." ;; esac
  path=$(own_path)
  # Some programs split this line by themselves, others give it to a shell.
  case $path in
  *[!A-Za-z0-9_./@+=,:\ -]*) fail "$path has letters that a credential_process cannot have. Move this file elsewhere." ;;
  *\ *) path="\"$path\"" ;;
  esac
  put "[profile $profile]
credential_process = $path credentials --account $account --role $role
region = $region
"
}

# The sign-in that it takes the place of ends.
log_in() {
  load_sign_in || :
  former=$access_token
  sign_in
  [ -z "$former" ] || (ask POST /api/sso/logout "$former" '') || :
  rm -f "$store"/role-*.json
  tell "Signed in to $PORTAL_NAME."
}

sign_out() {
  if load_sign_in && is_signed_in; then
    is_fresh || renew
    if is_token "$access_token"; then
      ask POST /api/sso/logout "$access_token" ''
      [ "$status" = 200 ] || [ "$status" = 401 ] || tell "The portal did not end the sign-in: $(words) End it there under Sessions."
    fi
  fi
}

# Also where the portal cannot be reached: what is here goes in any case.
log_out() {
  (trap end_all EXIT && sign_out) || tell "End the sign-in at $PORTAL/sessions."
  drop_everything
  tell "Signed out of $PORTAL_NAME. Credentials that AWS has issued live on until they end."
}

print_status() {
  put "$PORTAL_NAME, $PORTAL$NEWLINE"
  signed_in=1
  load_sign_in || :
  if is_token "$refresh_token" || is_fresh; then
    signed_in=0
    put "Signed in; renewed until the sign-in to the portal ends.$NEWLINE"
  else
    put "Not signed in. Run: $(own_path) login$NEWLINE"
  fi
  place=''
  [ -f "$store/sign-in" ] || case $(keychain) in security) place='the keychain and ' ;; secret-tool) place='Secret Service and ' ;; esac
  put "Kept in $place$store$NEWLINE"
  for one in "$store"/role-*.json; do
    [ -f "$one" ] && IFS=' ' read -r _ ends_at <"$one" && is_number "$ends_at" || continue
    one=${one##*/role-} one=${one%.json}
    [ "$(now)" -ge "$ends_at" ] || put "Credentials for $(put "${one#*.}" | tr '~' /) in ${one%%.*} until $(to_iso "$ends_at")$NEWLINE"
  done
  return "$signed_in"
}

main() {
  command=${1-}
  [ $# -eq 0 ] || shift
  case $command in
  credentials | configure) read_options "$@" && need_role ;;
  login | logout | status) read_options "$@" ;;
  esac
  command -v curl >/dev/null 2>&1 || fail "curl is needed and not there."
  case $command in
  credentials) open_store && give_credentials ;;
  login)
    open_store
    log_in
    ;;
  logout) open_store && log_out ;;
  status) open_store && print_status ;;
  configure) print_profile ;;
  version | --version) put "gatehouse helper $VERSION for $PORTAL$NEWLINE" ;;
  -h | --help | help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
  esac
}

main "$@"
