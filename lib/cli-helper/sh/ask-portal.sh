# ask METHOD PATH TOKEN BODY [NAME=VALUE …]: sets $status and $body. Everything goes in by standard input: arguments are read by
# whoever runs ps. No ~/.curlrc, no redirects: a token goes to the portal's own address, or nowhere.
ask() {
  protocol='=https'
  case $PORTAL in http://*) protocol='=http' ;; esac
  set -- "$protocol" "$@"
  reply=$(
    request "$2" "$3" "$4" "$5" "${6-}" "${7-}" |
      curl -q --silent --show-error --globoff --proto "$1" --connect-timeout 10 --max-time 40 --max-filesize 65536 \
        --user-agent "gatehouse-helper/$VERSION ($(uname -s))" --write-out '\n%{http_code}' --config -
  ) || fail "$PORTAL could not be asked."
  status=${reply##*"$NEWLINE"}
  body=${reply%"$NEWLINE"*}
}

# Another language than the portal has makes it answer in its first.
language() {
  case $LANGUAGE_ASKED in [a-z][a-z] | [a-z][a-z][_.@]*) put "${LANGUAGE_ASKED%"${LANGUAGE_ASKED#??}"}" ;; *) put en ;; esac
}

# What curl is to do, in its own notation; what stands in quotes here holds none.
request() {
  put "url = \"$PORTAL$2\"$NEWLINE"
  put "header = \"accept-language: $(language)\"$NEWLINE"
  [ -z "${AWS_CA_BUNDLE-}" ] || put "cacert = $(quoted "$AWS_CA_BUNDLE")$NEWLINE"
  case $PORTAL in http://*) put "noproxy = \"*\"$NEWLINE" ;; esac
  [ -z "$3" ] || put "header = \"x-amz-sso_bearer_token: $3\"$NEWLINE"
  if [ "$1" = POST ]; then
    put "header = \"content-type: application/json\"$NEWLINE"
    put "data-raw = $(quoted "$4")$NEWLINE"
  else
    put "get$NEWLINE"
    put "data-urlencode = \"$5\"$NEWLINE"
    put "data-urlencode = \"$6\"$NEWLINE"
  fi
}

quoted() { put "\"$(put "$1" | tr -d '\r\n' | sed 's/["\\]/\\&/g')\""; }

# What the portal says in a refusal, in its own words.
words() {
  said=$(field message || field error_description) || said="It answered with status $status."
  plain "$said"
}
