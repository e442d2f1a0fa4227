# The same as after-provision.sh, for Windows.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

az keyvault secret show --vault-name $env:VAULT_NAME --name pseudonym-key --query id --output none 2>$null
if ($LASTEXITCODE -ne 0) {
    Write-Host 'Making the key of the pseudonyms'
    $bytes = [byte[]]::new(32)
    [System.Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    $keyFile = New-TemporaryFile
    try {
        [System.IO.File]::WriteAllText($keyFile, [Convert]::ToBase64String($bytes))
        # The role that allows this was given a moment ago and may take some minutes to be known everywhere.
        for ($try = 1; ; $try++) {
            az keyvault secret set --vault-name $env:VAULT_NAME --name pseudonym-key --file $keyFile --encoding utf-8 --output none
            if ($LASTEXITCODE -eq 0) { break }
            if ($try -ge 10) {
                throw "The vault $env:VAULT_NAME does not take the key. Is AZURE_PRINCIPAL_ID the one who is signed in (az account show)?"
            }
            Start-Sleep -Seconds 30
        }
    }
    finally {
        Remove-Item $keyFile
    }
}

$tag = git rev-parse --short=12 HEAD 2>$null
if (-not $tag) { $tag = (Get-Date).ToUniversalTime().ToString('yyyyMMddHHmmss') }

function Build([string] $dockerfile, [string] $name, [string] $job, [string] $variable) {
    $image = "$env:AZURE_CONTAINER_REGISTRY_ENDPOINT/${name}:$tag"
    az acr build --registry $env:AZURE_CONTAINER_REGISTRY_NAME --image "${name}:$tag" --file $dockerfile . --output none
    if ($LASTEXITCODE -ne 0) { throw "$dockerfile was not built." }
    az containerapp job update --name $job --resource-group $env:AZURE_RESOURCE_GROUP --image $image --output none
    if ($LASTEXITCODE -ne 0) { throw "Job $job was not given $image." }
    azd env set $variable $image
}

Build 'infra/docker/trainer-cpu.Dockerfile' 'bundles-trainer' $env:TRAINING_JOB 'TRAINER_IMAGE'
if ($env:TRAINING_GPU_JOB) {
    Build 'infra/docker/trainer-cuda.Dockerfile' 'bundles-trainer-cuda' $env:TRAINING_GPU_JOB 'TRAINER_GPU_IMAGE'
}
