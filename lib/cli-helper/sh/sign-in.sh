# random BYTES: as hexadecimal digits.
random() { od -An -v -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }

sha256_hex() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256
  else
    openssl dgst -sha256 -r
  fi | cut -c1-64
}

# S256 of RFC 7636, 4.2: base64url without padding, made of the digest's hexadecimal digits.
challenge_of() {
  put "$1" | sha256_hex | awk '{
    digits = "0123456789abcdef"
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    if (length($1) != 64) exit 1
    for (i = 1; i <= 64; i += 3) {
      part = substr($1, i, 3)
      # Twelve bits are two letters; of the last digit four bits are left, which are filled up.
      bits = 0
      for (j = 1; j <= 3; j++) bits = bits * 16 + (j <= length(part) ? index(digits, substr(part, j, 1)) - 1 : 0)
      out = out substr(letters, int(bits / 64) + 1, 1)
      if (length(part) > 1) out = out substr(letters, bits % 64 + 1, 1)
    }
    print out
  }'
}

# One registration serves for as long as it lives.
register() {
  [ -z "$client_id" ] || [ "$(now)" -ge $((client_until - 3600)) ] || return 0
  ask POST /api/sso-oidc/client/register '' "{\"clientName\":\"Gatehouse helper on $HOST\",\"clientType\":\"public\",\"grantTypes\":[\"authorization_code\",\"refresh_token\",\"urn:ietf:params:oauth:grant-type:device_code\"],\"redirectUris\":[\"http://127.0.0.1/oauth/callback\"],\"scopes\":[\"sso:account:access\"]}"
  [ "$status" = 200 ] || fail "$PORTAL does not take this program. $(words)"
  client_id=$(field clientId) && client_secret=$(field clientSecret) && client_until=$(field clientSecretExpiresAt) || client_id=''
  is_token "$client_id" && is_token "$client_secret" && is_number "$client_until" || fail "$PORTAL answered something else than expected."
}

# create_token GRANT MEMBERS: CreateToken. Sets the tokens, or $problem to the error's code.
create_token() {
  ask POST /api/sso-oidc/token '' "{\"clientId\":\"$client_id\",\"clientSecret\":\"$client_secret\",\"grantType\":\"$1\",$2}"
  problem=''
  if [ "$status" != 200 ]; then
    problem=$(field error) || problem=unknown
    return 1
  fi
  access_token=$(field accessToken) || access_token=''
  refresh_token=$(field refreshToken) || refresh_token=''
  lasts=$(field expiresIn) || lasts=''
  is_token "$access_token" && is_number "$lasts" || fail "$PORTAL answered something else than expected."
  is_token "$refresh_token" || refresh_token=''
  access_until=$(($(now) + lasts))
  save_sign_in
}

part_of() { put "&$query&" | sed -n "s/.*&$1=\([^&]*\)&.*/\1/p"; }

by_browser() {
  state=$(random 16) verifier=$(random 32)
  challenge=$(challenge_of "$verifier") && is_token "$challenge" && [ "${#challenge}" -eq 43 ] || return 1
  listen || return 1
  redirect=http://127.0.0.1:$port/oauth/callback
  url="$PORTAL/authorize?response_type=code&client_id=$client_id&redirect_uri=http%3A%2F%2F127.0.0.1%3A$port%2Foauth%2Fcallback&state=$state&code_challenge_method=S256&code_challenge=$challenge&scopes=sso%3Aaccount%3Aaccess"
  tell "Sign in to $PORTAL_NAME in the browser. If it does not open, go to:$NEWLINE$url"
  open_browser "$url"
  IFS= read -r query <&3 || query=''
  exec 3<&-
  listener=''
  [ -n "$query" ] || fail_sign_in "nobody signed in within $((SIGN_IN_SECONDS / 60)) minutes."
  [ "$(part_of state)" = "$state" ] || fail_sign_in "the answer is not to this sign-in."
  code=$(part_of code)
  is_token "$code" || fail_sign_in "the sign-in was refused in the browser."
  create_token authorization_code "\"code\":\"$code\",\"redirectUri\":\"$redirect\",\"codeVerifier\":\"$verifier\"" ||
    fail_sign_in "$(words)"
}

by_code() {
  ask POST /api/sso-oidc/device_authorization '' "{\"clientId\":\"$client_id\",\"clientSecret\":\"$client_secret\",\"startUrl\":\"$PORTAL\"}"
  [ "$status" = 200 ] || fail_sign_in "$(words)"
  device_code=$(field deviceCode) && user_code=$(field userCode) && lasts=$(field expiresIn) && pause=$(field interval) || device_code=''
  is_token "$device_code" && is_token "$user_code" && is_number "$lasts" && is_number "$pause" ||
    fail_sign_in "$PORTAL answered something else than expected."
  tell "Sign in to $PORTAL_NAME: open $PORTAL/device in any browser and type the code $user_code"
  give_up=$(($(now) + lasts))
  while [ "$(now)" -lt "$give_up" ]; do
    sleep "$pause"
    ! create_token urn:ietf:params:oauth:grant-type:device_code "\"deviceCode\":\"$device_code\"" || return 0
    case $problem in
    authorization_pending) ;;
    slow_down) pause=$((pause + 5)) ;;
    access_denied) fail_sign_in "the sign-in was refused in the browser." ;;
    *) fail_sign_in "$(words)" ;;
    esac
  done
  fail_sign_in "nobody signed in within $((lasts / 60)) minutes."
}

# Whoever waits for this sign-in hears of it too, in place of opening another browser.
fail_sign_in() {
  write "$store/failed" "$(now)"
  fail "$1"
}
