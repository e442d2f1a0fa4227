// Holds the one secret there is: the key of the pseudonyms. It is made by infra/hooks, never by a template.

param token string
param location string
param tags object

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${token}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Without this key no old event can be told to be of the same person as a new one: it must not get lost.
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

output name string = vault.name
output pseudonymKeyUri string = '${vault.properties.vaultUri}secrets/pseudonym-key'
