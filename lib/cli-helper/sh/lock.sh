# Several programs may ask at the same moment. A directory is made by one of them only.
HOST=$(uname -n | tr -dc 'A-Za-z0-9.-')
held='' has_waited='' began=$(now)

# Whoever holds it has ended, is on another machine and long gone, or never came to say who it is.
is_stale() {
  owner=$(cat "$1/owner" 2>/dev/null) || owner=''
  if [ -z "$owner" ]; then
    unsigned=$((unsigned + 1))
    [ "$unsigned" -gt 25 ]
    return
  fi
  pid=${owner%% *} since=${owner##* } host=${owner#* }
  is_number "$pid" && is_number "$since" || return 0
  [ $(($(now) - since)) -le $((SIGN_IN_SECONDS + 60)) ] || return 0
  [ "${host% *}" = "$HOST" ] && ! kill -0 "$pid" 2>/dev/null
}

# By one of those who wait, and only if it is still the one that was found stale.
break_lock() {
  if ! mkdir "$1.broken" 2>/dev/null; then
    breaking=$((breaking + 1))
    [ "$breaking" -le 25 ] || rmdir "$1.broken" 2>/dev/null
    return 0
  fi
  [ "$(cat "$1/owner" 2>/dev/null)" != "$2" ] || rm -rf "$1"
  rmdir "$1.broken"
}

# take_lock NAME: waits until nobody else has it.
take_lock() {
  unsigned=0 breaking=0
  wait_until=$(($(now) + SIGN_IN_SECONDS + 90))
  until mkdir "$store/$1.lock" 2>/dev/null; do
    has_waited=yes
    [ -w "$store" ] || fail "$store cannot be written."
    ! is_stale "$store/$1.lock" || break_lock "$store/$1.lock" "$owner"
    [ "$(now)" -lt "$wait_until" ] || fail "another gatehouse did not end in time. Run: $(own_path) login"
    nap
  done
  held="$held $1"
  put "$$ $HOST $(now)" >"$store/$1.lock/owner"
}

release_lock() {
  rm -f "$store/$1.lock/owner"
  rmdir "$store/$1.lock" 2>/dev/null
  kept=''
  for one in $held; do [ "$one" = "$1" ] || kept="$kept $one"; done
  held=$kept
}

listener='' child=''
end_all() {
  for one in $held; do release_lock "$one"; done
  [ -z "$listener" ] || kill "$listener" 2>/dev/null
  [ -z "${store-}" ] || rm -f "$store/answer.$$" "$store/page.$$" "$store/seen.$$"
}
trap end_all EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
