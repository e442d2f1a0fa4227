#!/bin/sh
# Makes the key of the pseudonyms where there is none, and the image of the training job. azd gives the outputs of main.bicep as variables.
# Safe to run again: a key that exists is never replaced, since old events could not be joined with new ones.
set -eu

if ! az keyvault secret show --vault-name "$VAULT_NAME" --name pseudonym-key --query id --output none 2>/dev/null; then
  echo "Making the key of the pseudonyms"
  key_file="$(mktemp)"
  trap 'rm -f "$key_file"' EXIT
  openssl rand -base64 32 | tr -d '\n' > "$key_file"
  # The role that allows this was given a moment ago and may take some minutes to be known everywhere.
  tries=0
  until az keyvault secret set --vault-name "$VAULT_NAME" --name pseudonym-key --file "$key_file" --encoding utf-8 --output none; do
    tries=$((tries + 1))
    if [ "$tries" -ge 10 ]; then
      echo "The vault $VAULT_NAME does not take the key. Is AZURE_PRINCIPAL_ID the one who is signed in (az account show)?" >&2
      exit 1
    fi
    sleep 30
  done
fi

tag="$(git rev-parse --short=12 HEAD 2>/dev/null || date -u +%Y%m%d%H%M%S)"
build() {
  # $1: Dockerfile, $2: image, $3: job, $4: the variable that keeps the image's name for the next provision
  image="$AZURE_CONTAINER_REGISTRY_ENDPOINT/$2:$tag"
  az acr build --registry "$AZURE_CONTAINER_REGISTRY_NAME" --image "$2:$tag" --file "$1" . --output none
  az containerapp job update --name "$3" --resource-group "$AZURE_RESOURCE_GROUP" --image "$image" --output none
  azd env set "$4" "$image"
}

build infra/docker/trainer-cpu.Dockerfile bundles-trainer "$TRAINING_JOB" TRAINER_IMAGE
if [ -n "${TRAINING_GPU_JOB:-}" ]; then
  build infra/docker/trainer-cuda.Dockerfile bundles-trainer-cuda "$TRAINING_GPU_JOB" TRAINER_GPU_IMAGE
fi
