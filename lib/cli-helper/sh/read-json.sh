# Objects of strings, numbers and words, nested or not: what the portal answers here, and nothing more.
READ_JSON='
function bad() { exit 1 }
function skip() { while (substr(s, i, 1) ~ /[ \t\r\n]/) i++ }
function string(   out, c) {
  out = ""
  for (i++; i <= n; i++) {
    c = substr(s, i, 1)
    if (c == "\"") { i++; return out }
    if (c == "\\") {
      i++
      c = substr(s, i, 1)
      if (c == "u") { i += 4; c = "?" }
      else if (c ~ /[bfnrt]/) c = " "
      else if (c != "\"" && c != "\\" && c != "/") bad()
    }
    out = out c
  }
  bad()
}
function value(key,   c, from, text) {
  c = substr(s, i, 1)
  if (c == "{") { object(); return }
  if (c == "\"") text = string()
  else {
    from = i
    while (substr(s, i, 1) ~ /[-+.0-9A-Za-z]/) i++
    if (i == from) bad()
    text = substr(s, from, i - from)
  }
  if (key == name) { if (found++) bad(); answer = text }
}
function object(   key, c) {
  i++
  skip()
  if (substr(s, i, 1) == "}") { i++; return }
  for (;;) {
    skip()
    if (substr(s, i, 1) != "\"") bad()
    key = string()
    skip()
    if (substr(s, i, 1) != ":") bad()
    i++
    skip()
    value(key)
    skip()
    c = substr(s, i, 1)
    i++
    if (c == "}") return
    if (c != ",") bad()
  }
}
{ s = s $0 "\n" }
END {
  n = length(s)
  i = 1
  skip()
  if (substr(s, i, 1) != "{") bad()
  object()
  skip()
  if (i <= n || !found) bad()
  print answer
}'

# field NAME: what $body says under that name. Fails when it is no such object, or says nothing or two things there.
field() { put "$body" | awk -v name="$1" "$READ_JSON"; }

# Seconds since 1970 as AWS's programs read times (ISO 8601, UTC); `date` has no one way to do this.
to_iso() {
  awk -v t="$1" 'BEGIN {
    s = t % 86400
    z = (t - s) / 86400 + 719468
    era = int(z / 146097)
    doe = z - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
    mp = int((5 * doy + 2) / 153)
    m = mp < 10 ? mp + 3 : mp - 9
    printf "%04d-%02d-%02dT%02d:%02d:%02dZ", yoe + era * 400 + (m <= 2), m, doy - int((153 * mp + 2) / 5) + 1, int(s / 3600), int(s / 60) % 60, s % 60
  }'
}
