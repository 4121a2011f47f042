# A directory that nobody else can write, read or lead elsewhere. On Windows the profile's own permissions see to that.
function Open-OwnDirectory([string]$Path) {
    if (-not (Test-Path -LiteralPath $Path)) { [void](New-Item -ItemType Directory -Force -Path $Path) }
    $item = Get-Item -LiteralPath $Path -Force
    if ($item.Attributes -band [IO.FileAttributes]::ReparsePoint) { Stop-With "$Path leads elsewhere. Remove it." }
    if (-not $OnWindows) {
        & chmod 700 $Path
        if ($LASTEXITCODE -ne 0) { Stop-With "$Path belongs to somebody else. Set XDG_STATE_HOME." }
    }
    $Path
}

function Get-Base {
    if ($OnWindows) { return $env:LOCALAPPDATA }
    foreach ($one in @($env:XDG_STATE_HOME, $env:XDG_CACHE_HOME)) { if ($one) { return $one } }
    Join-Path $HOME '.cache'
}

function Open-Store {
    $base = Get-Base
    if (-not $base) { Stop-With 'there is no home directory.' }
    if (-not (Test-Path -LiteralPath $base)) { [void](New-Item -ItemType Directory -Force -Path $base) }
    $own = Open-OwnDirectory (Join-Path $base $(if ($OnWindows) { 'Gatehouse' } else { 'gatehouse' }))
    $script:Store = Open-OwnDirectory (Join-Path $own "$Place.ps1")
}

# Whole or not at all. Sealed for this person on this machine by Windows (DPAPI); elsewhere a file of mode 0600.
function Write-Kept([string]$Name, [string]$Text) {
    $path = Join-Path $script:Store $Name
    $new = "$path.$PID"
    if ($OnWindows) {
        $sealed = ConvertFrom-SecureString (ConvertTo-SecureString $Text -AsPlainText -Force)
        [IO.File]::WriteAllText($new, $sealed)
    } else {
        [IO.File]::WriteAllText($new, '')
        & chmod 600 $new
        [IO.File]::WriteAllText($new, $Text)
    }
    Move-Item -Force -LiteralPath $new -Destination $path
}

# Empty when there is nothing, or nothing that this person can open.
function Read-Kept([string]$Name) {
    $path = Join-Path $script:Store $Name
    if (-not (Test-Path -LiteralPath $path)) { return '' }
    try {
        $text = [IO.File]::ReadAllText($path)
        if (-not $OnWindows) { return $text }
        return (New-Object Net.NetworkCredential '', (ConvertTo-SecureString $text)).Password
    } catch {
        return ''
    }
}

function Clear-Roles { Get-ChildItem -LiteralPath $script:Store -Filter 'role-*' | Remove-Item -Force }

function Clear-Tokens {
    $script:SignIn.AccessToken = ''
    $script:SignIn.AccessUntil = 0
    $script:SignIn.RefreshToken = ''
}

function Save-SignIn { Write-Kept 'sign-in' (ConvertTo-Json -Compress -InputObject $script:SignIn) }

function Read-SignIn {
    $script:SignIn = @{
        ClientId = ''; ClientSecret = ''; ClientUntil = 0; AccessToken = ''; AccessUntil = 0; RefreshToken = ''
    }
    $text = Read-Kept 'sign-in'
    if ($text -eq '') { return }
    try { $kept = ConvertFrom-Json -InputObject $text } catch { return }
    foreach ($name in @('ClientId', 'ClientSecret', 'AccessToken', 'RefreshToken')) {
        if (Test-Token (Get-Field $kept $name)) { $script:SignIn[$name] = Get-Field $kept $name }
    }
    foreach ($name in @('ClientUntil', 'AccessUntil')) {
        if (Test-Number (Get-Field $kept $name)) { $script:SignIn[$name] = [long](Get-Field $kept $name) }
    }
}

# The program stays registered; its tokens and what they gave go.
function Clear-SignIn {
    Clear-Tokens
    Clear-Roles
    Save-SignIn
}
