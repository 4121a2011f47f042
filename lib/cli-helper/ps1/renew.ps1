$script:WantsCode = $false
$script:Former = ''

function Test-Fresh { (Test-Token $script:SignIn.AccessToken) -and ((Get-Now) -lt ($script:SignIn.AccessUntil - 60)) }

# The person's browser is on another machine, and would look for loopback there.
function Test-Remote { [bool]$env:SSH_CONNECTION }

# Whether there is somebody whom a sign-in that nobody asked for by name would reach.
function Test-Attended {
    if ($env:GATEHOUSE_NO_BROWSER -or $env:CI -or (Test-Remote)) { return $false }
    [Environment]::UserInteractive
}

# A new sign-in, by one process; the others wait for its end and take what it brought. $Former: a token that no longer counts.
function Connect-Portal {
    $lock = Enter-Lock 'sign-in'
    try {
        Read-SignIn
        if ((Test-Fresh) -and ($script:SignIn.AccessToken -cne $script:Former)) { return }
        # What another process did not get while this one waited, nobody is asked for a second time.
        $failedAt = Read-Kept 'failed'
        if ($script:HasWaited -and (Test-Number $failedAt) -and ([long]$failedAt -ge $script:Began)) {
            Stop-With 'the sign-in that this waited for did not succeed.'
        }
        Register-Helper
        if ($script:WantsCode -or (Test-Remote)) { Connect-ByCode } else { Connect-ByBrowser }
    } finally {
        $lock.Dispose()
    }
}

# Renews with rotation, by one process; a refresh token that comes a second time later on would end the sign-in.
function Update-SignIn {
    $old = $script:SignIn.AccessToken
    $lock = Enter-Lock 'sign-in'
    try {
        Read-SignIn
        if (($script:SignIn.AccessToken -cne $old) -or (-not (Test-Token $script:SignIn.RefreshToken))) { return }
        $problem = Request-Token 'refresh_token' @{ refreshToken = $script:SignIn.RefreshToken }
        if ($problem -eq '') { return }
        if (@('invalid_grant', 'invalid_client', 'expired_token', 'unauthorized_client') -notcontains $problem) {
            Stop-With "the sign-in was not renewed. $script:Refused"
        }
        if ($problem -eq 'invalid_client') { $script:SignIn.ClientId = '' }
        Clear-SignIn
    } finally {
        $lock.Dispose()
    }
}

# Where somebody is there to confirm it.
function Request-Person {
    if (-not (Test-Attended)) {
        Stop-With "not signed in to $PortalName, or the sign-in has ended. Run: $(Get-OwnCommand) login"
    }
    Connect-Portal
}

# A sign-in that works: the one that is kept, renewed, or a new one.
function Confirm-SignIn {
    Read-SignIn
    if (-not (Test-Fresh)) { Update-SignIn }
    if (-not (Test-Token $script:SignIn.AccessToken)) { Request-Person }
}
