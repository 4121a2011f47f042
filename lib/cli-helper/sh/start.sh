#!/bin/sh
# Gatehouse's helper for credential_process: AWS credentials through the company sign-in.
# `gatehouse --help` says how. It needs a POSIX shell and curl, installs nothing and asks nobody but the portal below.
# shellcheck shell=sh disable=SC2015,SC2016

[ -z "${ZSH_VERSION-}" ] || emulate -R sh
set -u
umask 077
LANGUAGE_ASKED=${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}
LC_ALL=C
export LC_ALL

PORTAL=@PORTAL@
PORTAL_NAME=@PORTAL_NAME@
REGION=@REGION@
VERSION=1

# How long a person may take over a sign-in; the portal's device codes live as long.
SIGN_IN_SECONDS=600
NEWLINE='
'

# Prints its one argument as it is, by what the shell itself has: as another program's argument, ps would show it.
put() { printf '%s' "$1"; }
case ${KSH_VERSION-} in
*MIRBSD* | *LEGACY*) put() { print -nr -- "$1"; } ;;
esac

# Words for the person. Whatever runs a credential_process may keep its stderr to itself, so that the terminal comes first.
tell() {
  if [ ! -t 2 ] && (: >/dev/tty) 2>/dev/null; then
    put "$1$NEWLINE" >/dev/tty
  else
    put "$1$NEWLINE" >&2
  fi
}

fail() {
  put "gatehouse: $1$NEWLINE" >&2
  exit 1
}

# What came from elsewhere is used only when it looks as it has to.
is_token() {
  case $1 in '' | *[!A-Za-z0-9_-]*) return 1 ;; esac
  [ "${#1}" -le 4096 ]
}

is_number() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
  [ "${#1}" -le 15 ]
}

is_account() {
  is_number "$1" && [ "${#1}" -eq 12 ]
}

is_role() {
  case $1 in '' | *[!A-Za-z0-9_+=,.@/-]*) return 1 ;; esac
  [ "${#1}" -le 576 ]
}

# A text of the portal's for a terminal: one line without control characters.
plain() { put "$1" | tr '\n' ' ' | tr -d '\000-\037\177'; }

now() { date +%s; }

# Not every sleep takes fractions.
nap() { sleep 0.2 2>/dev/null || sleep 1; }

# The directory and the keychain's entry of this portal.
PLACE=$(put "${PORTAL#*://}" | tr -c 'A-Za-z0-9.-' '_')

# This program as somebody would type it.
own_path() {
  case $0 in
  */*) put "$(cd -P -- "$(dirname -- "$0")" && pwd)/${0##*/}" ;;
  *) command -v "$0" || put "$PWD/$0" ;;
  esac
}
