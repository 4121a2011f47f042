# The file of a role: when it was got and ends, and the answer. Role names hold no ~.
role_file() { put "$store/role-$account.$(put "$role" | tr / '~').json"; }

# Neither the AWS CLI nor the SDKs keep what a credential_process says, and they take nothing that ends within a quarter of an
# hour; of a session that is short all along, the first half is good.
answer_from_cache() {
  [ -f "$1" ] || return 1
  { IFS=' ' read -r got_at ends_at && IFS= read -r answer; } <"$1" || [ -n "${answer-}" ] || return 1
  is_number "$got_at" && is_number "$ends_at" || return 1
  at=$(now) margin=$(((ends_at - got_at) / 2))
  [ "$margin" -lt 900 ] || margin=900
  [ "$got_at" -le $((at + 60)) ] && [ $((ends_at - at)) -gt "$margin" ] || return 1
  put "$answer$NEWLINE" >&4
}

ask_for_role() {
  ask GET /api/sso/federation/credentials "$access_token" '' "account_id=$account" "role_name=$role"
}

# A token that is refused may be one that ended early: renewing shows whether it was the sign-in or the role.
get_role() {
  need_sign_in
  ask_for_role
  [ "$status" = 401 ] || return 0
  renew
  if ! is_token "$access_token"; then need_person; fi
  ask_for_role
}

is_key() {
  case $1 in '' | *[!A-Za-z0-9/+=_.:-]*) return 1 ;; esac
  [ "${#1}" -le 16384 ]
}

keep_and_answer() {
  key_id=$(field accessKeyId) && secret=$(field secretAccessKey) && session=$(field sessionToken) && ends=$(field expiration) || ends=''
  is_token "$key_id" && is_key "$secret" && is_key "$session" && is_number "$ends" && [ "${#ends}" -eq 13 ] ||
    fail "$PORTAL answered something else than expected."
  ends=${ends%???}
  answer="{\"Version\":1,\"AccessKeyId\":\"$key_id\",\"SecretAccessKey\":\"$secret\",\"SessionToken\":\"$session\",\"Expiration\":\"$(to_iso "$ends")\",\"AccountId\":\"$account\"}"
  write "$1" "$(now) $ends$NEWLINE$answer$NEWLINE"
  put "$answer$NEWLINE" >&4
}

# What calls this reads one JSON object and nothing else; anything that says more says it to stderr.
give_credentials() {
  exec 4>&1 1>&2
  file=$(role_file)
  ! answer_from_cache "$file" || return 0
  take_lock "role-$account.$(put "$role" | tr / '~')"
  ! answer_from_cache "$file" || return 0
  get_role
  case $status in
  200) keep_and_answer "$file" ;;
  401) fail "$role in $account: $(words) After signing in to the portal anew, run: $(own_path) login" ;;
  *) fail "$role in $account: $(words)" ;;
  esac
}
