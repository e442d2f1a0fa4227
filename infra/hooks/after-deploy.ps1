# The same as after-deploy.sh, for Windows.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

# The host makes this key when it first loads a blob function.
for ($try = 1; ; $try++) {
    $key = az functionapp keys list --name $env:SERVICE_API_NAME --resource-group $env:AZURE_RESOURCE_GROUP --query systemKeys.blobs_extension --output tsv
    if ($key) { break }
    if ($try -ge 20) {
        throw "The app $env:SERVICE_API_NAME has no key blobs_extension: it has loaded no blob function. Look at its log stream."
    }
    Start-Sleep -Seconds 15
}

function Subscribe([string] $function, [string] $container, [string] $ending) {
    # cmd.exe, which starts az, would take a bare & for the end of the command.
    $endpoint = "`"$env:SERVICE_API_ENDPOINT/runtime/webhooks/blobs?functionName=Host.Functions.$function&code=$key`""
    az eventgrid system-topic event-subscription create `
        --name $function `
        --resource-group $env:AZURE_RESOURCE_GROUP `
        --system-topic-name $env:EVENT_TOPIC `
        --endpoint-type webhook `
        --endpoint $endpoint `
        --included-event-types Microsoft.Storage.BlobCreated `
        --subject-begins-with "/blobServices/default/containers/$container/" `
        --subject-ends-with $ending `
        --event-ttl 1440 `
        --max-delivery-attempts 30 `
        --deadletter-identity systemassigned `
        --deadletter-identity-endpoint "$env:DEAD_LETTER_ACCOUNT_ID/blobServices/default/containers/deadletters" `
        --output none
    if ($LASTEXITCODE -ne 0) { throw "The subscription of $function was not made." }
}

Subscribe 'IngestEvents' 'events' ''
Subscribe 'IngestCatalogue' 'catalogue' ''
Subscribe 'PublishBundles' 'models' '/manifest.json'
Write-Host "Blob events of $env:DATA_ACCOUNT reach $env:SERVICE_API_NAME. Next: docs/operations.md#first-answer"
