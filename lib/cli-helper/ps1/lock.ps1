$script:HasWaited = $false
$script:Began = Get-Now

# Several programs may ask at the same moment. The system closes the file of one that ends, however it ends.
function Enter-Lock([string]$Name) {
    $until = (Get-Now) + $SignInSeconds + 90
    while ($true) {
        try {
            return [IO.File]::Open((Join-Path $script:Store "$Name.lock"), 'OpenOrCreate', 'ReadWrite', 'None')
        } catch [IO.IOException] {
            $script:HasWaited = $true
            if ((Get-Now) -ge $until) { Stop-With "another gatehouse did not end in time. Run: $(Get-OwnCommand) login" }
            Start-Sleep -Milliseconds 200
        }
    }
}
