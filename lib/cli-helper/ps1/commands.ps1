function Write-Usage {
    [Console]::Out.WriteLine(@"
gatehouse: AWS credentials through $PortalName ($Portal)

  gatehouse.ps1 login [--device]                      signs in, in the browser or by a code
  gatehouse.ps1 credentials --account ID --role NAME  for credential_process: prints credentials as JSON
  gatehouse.ps1 configure --account ID --role NAME [--profile NAME] [--region REGION]
                                                      prints a profile for ~/.aws/config
  gatehouse.ps1 status                                says what is kept here
  gatehouse.ps1 logout                                signs out and removes what is kept
  gatehouse.ps1 version

GATEHOUSE_NO_BROWSER=1 makes credentials fail rather than ask anybody.
"@)
}

function Stop-Misused([string]$Words) {
    Write-Words "gatehouse: $Words See: gatehouse.ps1 --help"
    exit 2
}

# Sets $Account, $Role, $ProfileName, $ProfileRegion and $WantsCode.
function Read-Options([string[]]$Words) {
    $script:Account = ''
    $script:Role = ''
    $script:ProfileName = ''
    $script:ProfileRegion = $Region
    for ($i = 0; $i -lt $Words.Length; $i++) {
        $name, $value = $Words[$i].Split('=', 2)
        if ($name -ceq '--device') { $script:WantsCode = $true; continue }
        if (@('--account', '--role', '--profile', '--region') -cnotcontains $name) { Stop-Misused "$(Get-Plain $name) is not known." }
        if ($null -eq $value) {
            $i++
            if ($i -ge $Words.Length) { Stop-Misused "$name needs a value." }
            $value = $Words[$i]
        }
        if ($name -ceq '--account') { $script:Account = $value }
        elseif ($name -ceq '--role') { $script:Role = $value }
        elseif ($name -ceq '--profile') { $script:ProfileName = $value }
        else { $script:ProfileRegion = $value }
    }
}

function Confirm-Role {
    # Typed at PowerShell's own prompt it is a number, and has lost the zeros that it begins with.
    if ($script:Account -match '\A[0-9]{1,12}\z') { $script:Account = $script:Account.PadLeft(12, '0') }
    else { Stop-Misused '--account needs the 12 digits of an account.' }
    if ($script:Role -cnotmatch '\A[A-Za-z0-9_+=,.@/-]{1,576}\z') { Stop-Misused '--role needs the name of a role.' }
}

function Write-Profile {
    $name = $script:ProfileName
    if ($name -eq '') { $name = "$($script:Account)-$($script:Role.Split('/')[-1])" }
    if ($name -cnotmatch '\A[A-Za-z0-9_.@+=,-]+\z') { Stop-Misused '--profile needs a name of letters, digits, hyphens and dots.' }
    if ($script:ProfileRegion -cnotmatch '\A[a-z0-9-]+\z') { Stop-Misused '--region needs the name of a Region.' }
    $shell = if ($PSVersionTable.PSVersion.Major -lt 6) { 'powershell.exe' } else { 'pwsh' }
    [Console]::Out.WriteLine("[profile $name]")
    [Console]::Out.WriteLine("credential_process = $shell -NoProfile -ExecutionPolicy Bypass -File `"$PSCommandPath`" credentials --account $($script:Account) --role $($script:Role)")
    [Console]::Out.WriteLine("region = $($script:ProfileRegion)")
}

# The sign-in that it takes the place of ends.
function Connect-Anew {
    Read-SignIn
    $script:Former = $script:SignIn.AccessToken
    Connect-Portal
    if ($script:Former -ne '') { [void](Invoke-Portal 'POST' '/api/sso/logout' $script:Former $null) }
    Clear-Roles
    Write-Words "Signed in to $PortalName."
}

# What is here goes first, so that it goes also where the portal cannot be reached.
function Disconnect-Portal {
    Read-SignIn
    if ((-not (Test-Fresh)) -and (Test-Token $script:SignIn.RefreshToken)) { Update-SignIn }
    $token = $script:SignIn.AccessToken
    Clear-Roles
    $file = Join-Path $script:Store 'sign-in'
    if (Test-Path -LiteralPath $file) { Remove-Item -Force -LiteralPath $file }
    if ($token -ne '') {
        $answer = Invoke-Portal 'POST' '/api/sso/logout' $token $null
        if (@(200, 401) -notcontains $answer.Status) { Stop-With "the portal did not end the sign-in: $(Get-Words $answer) End it at $Portal/sessions" }
    }
    Write-Words "Signed out of $PortalName. Credentials that AWS has issued live on until they end."
}

function Write-Status {
    Read-SignIn
    [Console]::Out.WriteLine("$PortalName, $Portal")
    [Console]::Out.WriteLine("Kept in $($script:Store)")
    if ((Test-Token $script:SignIn.RefreshToken) -or (Test-Fresh)) {
        [Console]::Out.WriteLine('Signed in; renewed until the sign-in to the portal ends.')
        return
    }
    [Console]::Out.WriteLine("Not signed in. Run: $(Get-OwnCommand) login")
    exit 1
}

function Invoke-Main([string[]]$Words) {
    $command = if ($Words.Length -gt 0) { $Words[0] } else { '' }
    $rest = @($Words | Select-Object -Skip 1)
    if (@('credentials', 'configure', 'login', 'logout', 'status') -ccontains $command) { Read-Options $rest }
    if (@('credentials', 'configure') -ccontains $command) { Confirm-Role }
    if (@('credentials', 'login', 'logout', 'status') -ccontains $command) {
        Open-Store
        $script:Client = New-Client
    }
    switch -CaseSensitive ($command) {
        'credentials' { Write-Credentials }
        'login' { Connect-Anew }
        'logout' { Disconnect-Portal }
        'status' { Write-Status }
        'configure' { Write-Profile }
        { @('version', '--version') -ccontains $_ } { [Console]::Out.WriteLine("gatehouse helper $Version for $Portal") }
        { @('--help', '-h', 'help') -ccontains $_ } { Write-Usage }
        default {
            Write-Usage
            exit 2
        }
    }
}

Invoke-Main ([string[]]$args)
