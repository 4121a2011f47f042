# Gatehouse's helper for credential_process: AWS credentials through the company sign-in, for Windows PowerShell 5.1 and
# PowerShell 7. `gatehouse.ps1 --help` says how. It asks nobody but the portal below. ASCII only: 5.1 would misread the rest.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$Portal = @PORTAL@
$PortalName = @PORTAL_NAME@
$Region = @REGION@
$Version = 1
$SignInSeconds = 600
$OnWindows = ($PSVersionTable.PSVersion.Major -lt 6) -or $IsWindows
$Place = ($Portal -replace '^[a-z]+://', '') -replace '[^A-Za-z0-9.-]', '_'

function Write-Words([string]$Words) { [Console]::Error.WriteLine($Words) }

function Stop-With([string]$Words) {
    Write-Words "gatehouse: $Words"
    exit 1
}

function Get-Now { [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() }

# What came from elsewhere is used only when it looks as it has to.
function Test-Token($Text) { ($null -ne $Text) -and ("$Text" -cmatch '\A[A-Za-z0-9_-]{1,4096}\z') }
function Test-Number($Text) { ($null -ne $Text) -and ("$Text" -match '\A[0-9]{1,15}\z') }
function Test-Key($Text) { ($null -ne $Text) -and ("$Text" -cmatch '\A[A-Za-z0-9/+=_.:-]{1,16384}\z') }

# A text of the portal's for a terminal: one line without control characters.
function Get-Plain([string]$Text) { $Text -replace '[\x00-\x1f\x7f-\x9f]', ' ' }

# A member that may not be there.
function Get-Field($From, [string]$Name) {
    if ($null -eq $From) { return '' }
    $member = $From.PSObject.Properties[$Name]
    if ($null -eq $member) { return '' }
    [string]$member.Value
}

function Get-RandomBytes([int]$Count) {
    $bytes = New-Object byte[] $Count
    $source = [Security.Cryptography.RandomNumberGenerator]::Create()
    $source.GetBytes($bytes)
    $source.Dispose()
    , $bytes
}

function ConvertTo-Base64Url([byte[]]$Bytes) {
    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

# This program as somebody would type it.
function Get-OwnCommand { "powershell -ExecutionPolicy Bypass -File `"$PSCommandPath`"" }
