$Page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Gatehouse</title><h1>Back to the terminal</h1><p>You can close this page.</p></html>'

function Send-Page($Stream, [bool]$IsOurs) {
    $head = @('HTTP/1.1 404 Not Found', 'Content-Length: 0', 'Connection: close')
    $text = ''
    if ($IsOurs) {
        $text = $Page
        $head = @(
            'HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', "Content-Length: $($text.Length)",
            'Cache-Control: no-store', "Content-Security-Policy: default-src 'none'", 'Referrer-Policy: no-referrer',
            'Connection: close'
        )
    }
    $bytes = [Text.Encoding]::ASCII.GetBytes(($head -join "`r`n") + "`r`n`r`n" + $text)
    $Stream.Write($bytes, 0, $bytes.Length)
    $Stream.Flush()
}

# The first line of a request. Connections that a browser opens ahead and leaves idle are given up after two seconds.
function Read-Request($Stream) {
    $Stream.ReadTimeout = 2000
    $seen = ''
    $buffer = New-Object byte[] 4096
    while (($seen.Length -lt 16384) -and ($seen -notmatch '\r?\n\r?\n')) {
        try { $count = $Stream.Read($buffer, 0, $buffer.Length) } catch { break }
        if ($count -le 0) { break }
        $seen += [Text.Encoding]::ASCII.GetString($buffer, 0, $count)
    }
    $seen
}

# The query as a table; a name that comes twice counts as none (RFC 6749, 3.1).
function Read-Query([string]$Text) {
    $found = @{}
    foreach ($pair in $Text.Split('&')) {
        $name, $value = $pair.Split('=', 2)
        if ($found.ContainsKey($name)) { $found[$name] = '' } else { $found[$name] = "$value" }
    }
    $found
}

# Waits on loopback for the browser to come back (RFC 8252, 7.3); null when nobody came in time.
function Wait-Answer($Listener, [string]$State) {
    $until = (Get-Now) + $SignInSeconds
    while ((Get-Now) -lt $until) {
        if (-not $Listener.Pending()) {
            Start-Sleep -Milliseconds 100
            continue
        }
        $peer = $Listener.AcceptTcpClient()
        try {
            $stream = $peer.GetStream()
            $query = @{}
            if ((Read-Request $stream) -cmatch '\AGET /oauth/callback\?(\S*) HTTP/1') { $query = Read-Query $Matches[1] }
            $isOurs = $query.ContainsKey('state') -and ($query['state'] -ceq $State)
            Send-Page $stream $isOurs
            if ($isOurs) { return $query }
        } catch {
            # A browser that went away.
            continue
        } finally {
            $peer.Close()
        }
    }
    $null
}
