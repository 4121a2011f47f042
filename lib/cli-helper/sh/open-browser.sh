# The person's browser is on another machine, and would look for loopback there.
is_remote() { [ -n "${SSH_CONNECTION-}${SSH_TTY-}" ]; }

# Whether a browser on this machine can be shown to whoever sits before it.
can_open() {
  [ -z "${GATEHOUSE_NO_BROWSER-}" ] && ! is_remote || return 1
  [ -z "${BROWSER-}" ] || return 0
  [ -n "$(opener)" ]
}

opener() {
  if [ "$(uname -s)" = Darwin ]; then
    put open
  elif grep -qi microsoft /proc/version 2>/dev/null; then
    for one in wslview powershell.exe; do ! command -v "$one" >/dev/null 2>&1 || { put "$one" && return; }; done
  elif [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && command -v xdg-open >/dev/null 2>&1; then
    put xdg-open
  fi
}

# The address is of letters, digits and -_.~:/?&=% only, so that no shell on its way reads more into it.
open_browser() {
  can_open || return 0
  if [ -n "${BROWSER-}" ]; then
    # The first of a list; a program with options is several words.
    set -f
    # shellcheck disable=SC2086
    ${BROWSER%%:*} "$1" </dev/null >/dev/null 2>&1 3<&- 4>&- &
    set +f
    return 0
  fi
  case $(opener) in
  open) open "$1" ;;
  wslview) wslview "$1" ;;
  powershell.exe) powershell.exe -NoProfile -Command "Start-Process '$1'" ;;
  *) xdg-open "$1" ;;
  esac </dev/null >/dev/null 2>&1 3<&- 4>&- &
}

has_terminal() { [ -t 0 ] || [ -t 2 ] || (: >/dev/tty) 2>/dev/null; }

# Whether there is somebody whom a sign-in that nobody asked for by name would reach.
is_attended() {
  [ -z "${GATEHOUSE_NO_BROWSER-}" ] || return 1
  has_terminal || { [ -z "${CI-}" ] && can_open; }
}
