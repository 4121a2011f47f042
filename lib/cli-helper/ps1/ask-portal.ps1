# No redirects: a token goes to the portal's own address, or nowhere.
function New-Client {
    Add-Type -AssemblyName System.Net.Http
    # 5.1 would begin with TLS 1.0.
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    }
    $handler = New-Object System.Net.Http.HttpClientHandler
    $handler.AllowAutoRedirect = $false
    $handler.UseCookies = $false
    $client = New-Object System.Net.Http.HttpClient $handler
    $client.Timeout = [TimeSpan]::FromSeconds(40)
    $client.MaxResponseContentBufferSize = 65536
    $system = if ($OnWindows) { 'Windows' } elseif ($IsMacOS) { 'Darwin' } else { 'Linux' }
    [void]$client.DefaultRequestHeaders.TryAddWithoutValidation('User-Agent', "gatehouse-helper/$Version ($system)")
    $language = [Globalization.CultureInfo]::CurrentUICulture.TwoLetterISOLanguageName
    [void]$client.DefaultRequestHeaders.TryAddWithoutValidation('Accept-Language', $language)
    $client
}

# Answers Status and Body; Body is null when it is no JSON.
function Invoke-Portal([string]$Method, [string]$Path, [string]$Token, $Content) {
    $request = New-Object System.Net.Http.HttpRequestMessage (New-Object System.Net.Http.HttpMethod $Method), "$Portal$Path"
    if ($Token -ne '') { [void]$request.Headers.TryAddWithoutValidation('x-amz-sso_bearer_token', $Token) }
    if ($Method -eq 'POST') {
        $text = if ($null -eq $Content) { '' } else { ConvertTo-Json -Compress -InputObject $Content }
        $request.Content = New-Object System.Net.Http.StringContent $text, ([Text.Encoding]::UTF8), 'application/json'
    }
    try {
        $response = $script:Client.SendAsync($request).GetAwaiter().GetResult()
        $said = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    } catch {
        $reason = $_.Exception.GetBaseException().Message
        Stop-With "$Portal could not be asked. $(Get-Plain $reason)"
    }
    $body = $null
    try { $body = ConvertFrom-Json -InputObject $said } catch { $body = $null }
    @{ Status = [int]$response.StatusCode; Body = $body }
}

# What the portal says in a refusal, in its own words.
function Get-Words($Answer) {
    $said = Get-Field $Answer.Body 'message'
    if ($said -eq '') { $said = Get-Field $Answer.Body 'error_description' }
    if ($said -eq '') { $said = "It answered with status $($Answer.Status)." }
    Get-Plain $said
}

function Stop-Unexpected { Stop-With "$Portal answered something else than expected." }
