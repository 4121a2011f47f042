function Get-RoleFile { "role-$($script:Account).$($script:Role.Replace('/', '~')).json" }

# Neither the AWS CLI nor the SDKs keep what a credential_process says, and they take nothing that ends within a quarter of an
# hour; of a session that is short all along, the first half is good. Empty when there is none.
function Read-Cache {
    $gotAt, $endsAt, $answer = (Read-Kept (Get-RoleFile)).Split([char[]]' ', 3)
    if (-not ((Test-Number $gotAt) -and (Test-Number $endsAt) -and $answer)) { return '' }
    $margin = [Math]::Min(900, ([long]$endsAt - [long]$gotAt) / 2)
    $now = Get-Now
    if (([long]$gotAt -gt ($now + 60)) -or (([long]$endsAt - $now) -le $margin)) { return '' }
    $answer
}

function Request-Role {
    $query = "account_id=$($script:Account)&role_name=$([Uri]::EscapeDataString($script:Role))"
    Invoke-Portal 'GET' "/api/sso/federation/credentials?$query" $script:SignIn.AccessToken $null
}

# A token that is refused may be one that ended early: renewing shows whether it was the sign-in or the role.
function Get-RoleAnswer {
    Confirm-SignIn
    $answer = Request-Role
    if ($answer.Status -ne 401) { return $answer }
    Update-SignIn
    if (-not (Test-Token $script:SignIn.AccessToken)) { Request-Person }
    Request-Role
}

function ConvertTo-ProcessAnswer($Body) {
    $given = if ($null -eq $Body) { $null } else { $Body.PSObject.Properties['roleCredentials'] }
    if ($null -eq $given) { Stop-Unexpected }
    $id = Get-Field $given.Value 'accessKeyId'
    $secret = Get-Field $given.Value 'secretAccessKey'
    $session = Get-Field $given.Value 'sessionToken'
    $ends = Get-Field $given.Value 'expiration'
    if (-not ((Test-Token $id) -and (Test-Key $secret) -and (Test-Key $session) -and (Test-Number $ends))) { Stop-Unexpected }
    $until = [DateTimeOffset]::FromUnixTimeMilliseconds([long]$ends)
    $text = '{{"Version":1,"AccessKeyId":"{0}","SecretAccessKey":"{1}","SessionToken":"{2}","Expiration":"{3}","AccountId":"{4}"}}' -f
        $id, $secret, $session, $until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture), $script:Account
    Write-Kept (Get-RoleFile) "$(Get-Now) $($until.ToUnixTimeSeconds()) $text"
    $text
}

# What calls this reads one JSON object from stdout and nothing else.
function Write-Credentials {
    $text = Read-Cache
    if ($text -eq '') {
        $lock = Enter-Lock (Get-RoleFile)
        try {
            $text = Read-Cache
            if ($text -eq '') {
                $answer = Get-RoleAnswer
                if ($answer.Status -ne 200) {
                    $hint = if ($answer.Status -eq 401) { " After signing in to the portal anew, run: $(Get-OwnCommand) login" } else { '' }
                    Stop-With "$($script:Role) in $($script:Account): $(Get-Words $answer)$hint"
                }
                $text = ConvertTo-ProcessAnswer $answer.Body
            }
        } finally {
            $lock.Dispose()
        }
    }
    [Console]::Out.WriteLine($text)
}
