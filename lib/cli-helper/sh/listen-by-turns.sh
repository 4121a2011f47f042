# Programs that take one connection and end are started again until the right one came. $1 of socat, nc-p, nc.
one_turn() {
  case $1 in
  socat) socat -t 5 - "TCP-LISTEN:$2,bind=127.0.0.1,reuseaddr" ;;
  nc-p) nc -l -s 127.0.0.1 -p "$2" ;;
  *) nc -l 127.0.0.1 "$2" ;;
  esac <"$store/turn.$$" >"$store/seen.$$" 2>/dev/null &
  child=$!
}

# Whether it listens shows when somebody comes: versions of nc differ in their options, and take the others' for something else.
answers() {
  tries=0
  until curl -q --silent --max-time 2 --noproxy '*' "http://127.0.0.1:$1/" 2>/dev/null | grep -q 'Back to the terminal'; do
    tries=$((tries + 1))
    [ "$tries" -lt 5 ] && kill -0 "$child" 2>/dev/null || return 1
    nap
  done
}

# The query of a request that came in.
seen_query() { sed -n 's|^GET /oauth/callback?\([^ ]*\) HTTP/1.*|\1|p;q' "$store/seen.$$"; }

by_turns() {
  trap 'kill "$child" 2>/dev/null; rm -f "$store/turn.$$" "$store/seen.$$"; exit 1' TERM EXIT
  page >"$store/turn.$$"
  own_port=$((49152 + 0x$(random 2) % 16000))
  one_turn "$1" "$own_port"
  answers "$own_port" || exit 1
  put "$own_port$NEWLINE"
  turn_until=$(($(now) + SIGN_IN_SECONDS))
  while [ "$(now)" -lt "$turn_until" ]; do
    wait "$child" || nap
    query=$(seen_query)
    case "&$query&" in
    *"&state=$state&"*)
      put "$query$NEWLINE"
      exit 0
      ;;
    esac
    one_turn "$1" "$own_port"
  done
}
