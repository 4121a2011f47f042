# A directory that nobody else can write, read or lead elsewhere.
own_directory() {
  [ -d "$1" ] || mkdir "$1" 2>/dev/null || [ -d "$1" ] || fail "$1 cannot be made."
  [ ! -L "$1" ] || fail "$1 is a symbolic link. Remove it, or set XDG_STATE_HOME."
  # shellcheck disable=SC2012 # POSIX has no stat; mode and owner hold no name.
  mode_and_owner=$(ls -ldn "$1" | awk '{ print $1, $3 }')
  [ "${mode_and_owner#* }" = "$(id -u)" ] || fail "$1 belongs to somebody else. Set XDG_STATE_HOME."
  case $mode_and_owner in drwx------*) ;; *) chmod 700 "$1" || fail "$1 is open to others." ;; esac
}

open_store() {
  base=${XDG_STATE_HOME:-${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}}
  case $base in /*) ;; *) fail "there is no home directory. Set HOME or XDG_STATE_HOME." ;; esac
  mkdir -p "$base" || fail "$base cannot be made."
  own_directory "$base/gatehouse"
  store=$base/gatehouse/$PLACE
  own_directory "$store"
}

# write FILE TEXT: whole or not at all, 0600.
write() {
  rm -f "$1.$$"
  put "$2" >"$1.$$" && mv -f "$1.$$" "$1" || fail "$1 cannot be written."
}

# What could keep a secret better than a file does.
keychain() {
  [ "${GATEHOUSE_STORE-}" != file ] || return 1
  if [ "$(uname -s)" = Darwin ]; then
    command -v security >/dev/null && put security
  else
    [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ] && command -v secret-tool >/dev/null && put secret-tool
  fi
}

# `security` reads commands from its standard input, where nobody sees them; Secret Service's tool the secret itself.
keychain_do() {
  case $(keychain) in
  security)
    case $1 in
    save) put "add-generic-password -U -s gatehouse -a $PLACE -w $2$NEWLINE" | security -i ;;
    load) security find-generic-password -s gatehouse -a "$PLACE" -w ;;
    drop) security delete-generic-password -s gatehouse -a "$PLACE" ;;
    esac
    ;;
  secret-tool)
    case $1 in
    save) put "$2" | secret-tool store --label="Gatehouse, $PLACE" service gatehouse portal "$PLACE" ;;
    load) secret-tool lookup service gatehouse portal "$PLACE" ;;
    drop) secret-tool clear service gatehouse portal "$PLACE" ;;
    esac
    ;;
  *) return 1 ;;
  esac 2>/dev/null </dev/null
}

# The sign-in is one line: client id and secret, when they end, access token, when it ends, refresh token.
save_sign_in() {
  line=v1:$client_id:$client_secret:$client_until:$access_token:$access_until:$refresh_token
  if keychain_do save "$line" >/dev/null && [ "$(keychain_do load)" = "$line" ]; then
    rm -f "$store/sign-in"
  else
    write "$store/sign-in" "$line"
  fi
}

next_part() {
  part=${line%%:*}
  line=${line#*:}
}

load_sign_in() {
  client_id='' client_secret='' client_until=0
  forget_tokens
  if [ -f "$store/sign-in" ]; then line=$(cat "$store/sign-in"); else line=$(keychain_do load) || return 1; fi
  case $line in v1:*:*:*:*:*:*) ;; *) return 1 ;; esac
  next_part
  next_part && client_id=$part
  next_part && client_secret=$part
  next_part && client_until=$part
  next_part && access_token=$part
  next_part && access_until=$part
  next_part && refresh_token=$part
  is_token "$client_id" && is_token "$client_secret" && is_number "$client_until" && is_number "$access_until" && return 0
  client_id='' client_secret='' client_until=0
  forget_tokens
  return 1
}

forget_tokens() { access_token='' access_until=0 refresh_token=''; }

is_signed_in() { is_token "$access_token" || is_token "$refresh_token"; }

# The program stays registered; its tokens and what they gave go.
drop_sign_in() {
  forget_tokens
  rm -f "$store"/role-*.json
  save_sign_in
}

# Nothing is left.
drop_everything() {
  rm -f "$store"/role-*.json "$store/sign-in" "$store/failed"
  keychain_do drop >/dev/null || :
}
