# What may wait on loopback for the browser to come back (RFC 8252, 7.3). Each takes from its input the state, the seconds to
# wait and the page to answer with; says its port, and then the query of the one request that has this state. Connections that
# a browser opens ahead and leaves idle hold it up for two seconds.
IN_PERL='
use strict; use IO::Socket::INET; $| = 1; $SIG{PIPE} = "IGNORE";
chomp(my $state = <STDIN>); chomp(my $seconds = <STDIN>); local $/; my $page = <STDIN>;
my $server = IO::Socket::INET->new(Listen => 8, LocalAddr => "127.0.0.1", Proto => "tcp") or exit 1;
alarm $seconds; print $server->sockport, "\n";
while (my $client = $server->accept) {
  my ($in, $set) = ("", ""); vec($set, fileno($client), 1) = 1;
  while ($in !~ /\r?\n\r?\n/ && length($in) < 16384) {
    last unless select(my $ready = $set, undef, undef, 2) > 0;
    last unless sysread($client, $in, 4096, length $in);
  }
  my ($query) = $in =~ m{\AGET /oauth/callback\?(\S*) HTTP/1};
  my $ours = defined $query && "&$query&" =~ /&state=\Q$state\E&/;
  print $client $ours ? $page : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  close $client;
  if ($ours) { print "$query\n"; exit 0 }
}'

IN_PYTHON='
import re, signal, socket, sys
state, seconds, page = sys.stdin.buffer.read().split(b"\n", 2)
signal.alarm(int(seconds))
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(8)
print(server.getsockname()[1], flush=True)
while True:
    client = server.accept()[0]
    client.settimeout(2)
    seen = b""
    try:
        while b"\r\n\r\n" not in seen and len(seen) < 16384:
            more = client.recv(4096)
            if not more:
                break
            seen += more
    except OSError:
        pass
    match = re.match(rb"GET /oauth/callback\?(\S*) HTTP/1", seen)
    ours = match is not None and b"state=" + state in match.group(1).split(b"&")
    try:
        client.sendall(page if ours else b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        client.close()
    except OSError:
        pass
    if ours:
        print(match.group(1).decode("ascii", "replace"), flush=True)
        sys.exit(0)
'

IN_RUBY='
require "socket"; $stdout.sync = true
state, seconds, page = $stdin.read.split("\n", 3)
Thread.new { sleep seconds.to_i; exit! 1 }
server = TCPServer.new("127.0.0.1", 0); puts server.addr[1]
loop do
  client = server.accept; seen = +""
  while seen !~ /\r?\n\r?\n/ && seen.size < 16384 && IO.select([client], nil, nil, 2)
    begin; seen << client.readpartial(4096); rescue StandardError; break; end
  end
  query = seen[%r{\AGET /oauth/callback\?(\S*) HTTP/1}, 1]
  ours = !query.nil? && query.split("&").include?("state=#{state}")
  begin
    client.write(ours ? page : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); client.close
  rescue StandardError
    nil
  end
  if ours then puts query; exit! 0 end
end'

PAGE='<!doctype html><html lang="en"><meta charset="utf-8"><title>Gatehouse</title><h1>Back to the terminal</h1><p>You can close this page.</p></html>'

page() {
  put "HTTP/1.1 200 OK$(printf '\r')$NEWLINE"
  for header in "Content-Type: text/html; charset=utf-8" "Content-Length: ${#PAGE}" "Cache-Control: no-store" \
    "Content-Security-Policy: default-src 'none'" "Referrer-Policy: no-referrer" "Connection: close"; do
    put "$header$(printf '\r')$NEWLINE"
  done
  put "$(printf '\r')$NEWLINE$PAGE"
}

# On macOS the bare python3 may be one that offers to install developer tools, in a window.
has() {
  if [ "$1" = python3 ] && [ "$(uname -s)" = Darwin ]; then xcode-select -p >/dev/null 2>&1 || return 1; fi
  command -v "$1" >/dev/null 2>&1
}

# Sets $port; the answer comes on descriptor 3.
start_listener() {
  has "${1%%-*}" || return 1
  rm -f "$store/answer.$$"
  mkfifo "$store/answer.$$" || return 1
  case $1 in
  perl) perl -e "$IN_PERL" <"$store/page.$$" >"$store/answer.$$" 2>/dev/null 4>&- & ;;
  python3) python3 -c "$IN_PYTHON" <"$store/page.$$" >"$store/answer.$$" 2>/dev/null 4>&- & ;;
  ruby) ruby -e "$IN_RUBY" <"$store/page.$$" >"$store/answer.$$" 2>/dev/null 4>&- & ;;
  *) by_turns "$1" >"$store/answer.$$" 2>/dev/null 4>&- & ;;
  esac
  listener=$!
  exec 3<"$store/answer.$$"
  IFS= read -r port <&3 && is_number "$port" && return 0
  exec 3<&-
  wait "$listener"
  listener=''
  return 1
}

# Takes the first that can; GATEHOUSE_LISTENER names one.
listen() {
  put "$state$NEWLINE$SIGN_IN_SECONDS$NEWLINE" >"$store/page.$$"
  page >>"$store/page.$$"
  for how in ${GATEHOUSE_LISTENER:-perl python3 ruby socat nc-p nc}; do
    ! start_listener "$how" || return 0
  done
  return 1
}
