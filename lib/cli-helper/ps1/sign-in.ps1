$DeviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

# One registration serves for as long as it lives.
function Register-Helper {
    if (($script:SignIn.ClientId -ne '') -and ((Get-Now) -lt ($script:SignIn.ClientUntil - 3600))) { return }
    $machine = [Environment]::MachineName -replace '[^A-Za-z0-9.-]', ''
    $answer = Invoke-Portal 'POST' '/api/sso-oidc/client/register' '' @{
        clientName   = "Gatehouse helper on $machine"
        clientType   = 'public'
        grantTypes   = @('authorization_code', 'refresh_token', $DeviceGrant)
        redirectUris = @('http://127.0.0.1/oauth/callback')
        scopes       = @('sso:account:access')
    }
    if ($answer.Status -ne 200) { Stop-With "$Portal does not take this program. $(Get-Words $answer)" }
    $id = Get-Field $answer.Body 'clientId'
    $secret = Get-Field $answer.Body 'clientSecret'
    $ends = Get-Field $answer.Body 'clientSecretExpiresAt'
    if (-not ((Test-Token $id) -and (Test-Token $secret) -and (Test-Number $ends))) { Stop-Unexpected }
    $script:SignIn.ClientId = $id
    $script:SignIn.ClientSecret = $secret
    $script:SignIn.ClientUntil = [long]$ends
}

# CreateToken. Answers '' and keeps the tokens, or the error's code; the words are in $script:Refused.
function Request-Token([string]$Grant, [hashtable]$Members) {
    $content = @{ clientId = $script:SignIn.ClientId; clientSecret = $script:SignIn.ClientSecret; grantType = $Grant }
    $answer = Invoke-Portal 'POST' '/api/sso-oidc/token' '' ($content + $Members)
    if ($answer.Status -ne 200) {
        $script:Refused = Get-Words $answer
        $code = Get-Field $answer.Body 'error'
        if ($code -eq '') { return 'unknown' }
        return $code
    }
    $access = Get-Field $answer.Body 'accessToken'
    $lasts = Get-Field $answer.Body 'expiresIn'
    $refresh = Get-Field $answer.Body 'refreshToken'
    if (-not ((Test-Token $access) -and (Test-Number $lasts))) { Stop-Unexpected }
    $script:SignIn.AccessToken = $access
    $script:SignIn.AccessUntil = (Get-Now) + [long]$lasts
    $script:SignIn.RefreshToken = if (Test-Token $refresh) { $refresh } else { '' }
    Save-SignIn
    ''
}

# Whoever waits for this sign-in hears of it too, in place of opening another browser.
function Stop-SignIn([string]$Words) {
    Write-Kept 'failed' "$(Get-Now)"
    Stop-With $Words
}

function Open-Browser([string]$Url) {
    if ($env:GATEHOUSE_NO_BROWSER) { return }
    try {
        if ($OnWindows) { Start-Process $Url }
        elseif ($env:BROWSER) { Start-Process ($env:BROWSER.Split(':')[0]) -ArgumentList $Url }
        elseif ($IsMacOS) { Start-Process 'open' -ArgumentList $Url }
        else { Start-Process 'xdg-open' -ArgumentList $Url }
    } catch {
        Write-Words 'No browser could be opened.'
    }
}

function Connect-ByBrowser {
    $state = ConvertTo-Base64Url (Get-RandomBytes 18)
    $verifier = ConvertTo-Base64Url (Get-RandomBytes 48)
    $digest = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::ASCII.GetBytes($verifier))
    $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), 0
    $listener.Start()
    try {
        $redirect = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/oauth/callback"
        $url = "$Portal/authorize?response_type=code&client_id=$($script:SignIn.ClientId)" +
            "&redirect_uri=$([Uri]::EscapeDataString($redirect))&state=$state&code_challenge_method=S256" +
            "&code_challenge=$(ConvertTo-Base64Url $digest)&scopes=sso%3Aaccount%3Aaccess"
        Write-Words "Sign in to $PortalName in the browser. If it does not open, go to:`n$url"
        Open-Browser $url
        $query = Wait-Answer $listener $state
    } finally {
        $listener.Stop()
    }
    if ($null -eq $query) { Stop-SignIn "nobody signed in within $($SignInSeconds / 60) minutes." }
    if (-not (Test-Token $query['code'])) { Stop-SignIn 'the sign-in was refused in the browser.' }
    $members = @{ code = $query['code']; redirectUri = $redirect; codeVerifier = $verifier }
    if ((Request-Token 'authorization_code' $members) -ne '') { Stop-SignIn $script:Refused }
}

function Connect-ByCode {
    $content = @{ clientId = $script:SignIn.ClientId; clientSecret = $script:SignIn.ClientSecret; startUrl = $Portal }
    $answer = Invoke-Portal 'POST' '/api/sso-oidc/device_authorization' '' $content
    if ($answer.Status -ne 200) { Stop-SignIn (Get-Words $answer) }
    $device = Get-Field $answer.Body 'deviceCode'
    $code = Get-Field $answer.Body 'userCode'
    $pause = Get-Field $answer.Body 'interval'
    if (-not ((Test-Token $device) -and (Test-Token $code) -and (Test-Number $pause))) { Stop-Unexpected }
    Write-Words "Sign in to $PortalName`: open $Portal/device in any browser and type the code $code"
    $wait = [int]$pause
    $until = (Get-Now) + $SignInSeconds
    while ((Get-Now) -lt $until) {
        Start-Sleep -Seconds $wait
        $problem = Request-Token $DeviceGrant @{ deviceCode = $device }
        if ($problem -eq '') { return }
        if ($problem -eq 'slow_down') { $wait += 5 }
        elseif ($problem -eq 'access_denied') { Stop-SignIn 'the sign-in was refused in the browser.' }
        elseif ($problem -ne 'authorization_pending') { Stop-SignIn $script:Refused }
    }
    Stop-SignIn "nobody signed in within $($SignInSeconds / 60) minutes."
}
