#!/bin/sh
# Subscribes the app's blob functions to the events of the data account. Flex Consumption knows no other blob trigger. The key of the
# webhook is read and handed on here, and is written nowhere. Safe to run again: a subscription of the same name is replaced.
set -eu

key=""
tries=0
# The host makes this key when it first loads a blob function.
while [ -z "$key" ] || [ "$key" = "null" ]; do
  key="$(az functionapp keys list --name "$SERVICE_API_NAME" --resource-group "$AZURE_RESOURCE_GROUP" --query systemKeys.blobs_extension --output tsv || true)"
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "The app $SERVICE_API_NAME has no key blobs_extension: it has loaded no blob function. Look at its log stream." >&2
    exit 1
  fi
  [ -n "$key" ] || sleep 15
done

subscribe() {
  # $1: function, $2: container, $3: how the blob's name must end
  az eventgrid system-topic event-subscription create \
    --name "$1" \
    --resource-group "$AZURE_RESOURCE_GROUP" \
    --system-topic-name "$EVENT_TOPIC" \
    --endpoint-type webhook \
    --endpoint "$SERVICE_API_ENDPOINT/runtime/webhooks/blobs?functionName=Host.Functions.$1&code=$key" \
    --included-event-types Microsoft.Storage.BlobCreated \
    --subject-begins-with "/blobServices/default/containers/$2/" \
    --subject-ends-with "$3" \
    --event-ttl 1440 \
    --max-delivery-attempts 30 \
    --deadletter-identity systemassigned \
    --deadletter-identity-endpoint "$DEAD_LETTER_ACCOUNT_ID/blobServices/default/containers/deadletters" \
    --output none
}

subscribe IngestEvents events ""
subscribe IngestCatalogue catalogue ""
subscribe PublishBundles models /manifest.json
echo "Blob events of $DATA_ACCOUNT reach $SERVICE_API_NAME. Next: docs/operations.md#first-answer"
