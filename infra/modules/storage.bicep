// Two accounts, neither of which takes keys: the shops' data, and what the functions host keeps for itself.

param token string
param location string
param tags object
param sku string
param privateNetwork bool
param privateEndpointSubnetId string
param blobZoneId string
param queueZoneId string

// The shops' containers (docs/architecture.md), and where undeliverable blob events go.
var containers = [
  'events'
  'catalogue'
  'lake'
  'rejects'
  'ledger'
  'snapshots'
  'models'
  'generations'
  'settings'
  'experiments'
  'rules'
  'audit'
  'reports'
  'jobs'
  'privacy'
  'hosts'
  'deadletters'
]

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'stdata${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: data
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 14
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 14
    }
  }
}

resource dataContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: dataBlobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

// Raw files hold people's identifiers as they were sent: they go after ninety days, all that is kept of them is pseudonymous.
// What lasts is written once, so it moves to cheaper tiers by its age alone.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: data
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'raw-files-go'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['events/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 14
                }
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
        {
          name: 'refused-lines-go'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['rejects/', 'deadletters/', 'jobs/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
        {
          name: 'lake-cools'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['lake/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 180
                }
              }
            }
          }
        }
      ]
    }
  }
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: host
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: hostBlobs
  name: 'packages'
  properties: {
    publicAccess: 'None'
  }
}

module blobEndpoint 'private-endpoint.bicep' = if (privateNetwork) {
  name: 'data-blob-endpoint'
  params: {
    name: 'pe-blob-${token}'
    location: location
    tags: tags
    subnetId: privateEndpointSubnetId
    zoneId: blobZoneId
    resourceId: data.id
    group: 'blob'
  }
}

module queueEndpoint 'private-endpoint.bicep' = if (privateNetwork) {
  name: 'data-queue-endpoint'
  params: {
    name: 'pe-queue-${token}'
    location: location
    tags: tags
    subnetId: privateEndpointSubnetId
    zoneId: queueZoneId
    resourceId: data.id
    group: 'queue'
  }
}

output dataAccountName string = data.name
output hostAccountName string = host.name
output blobServiceUri string = data.properties.primaryEndpoints.blob
output queueServiceUri string = data.properties.primaryEndpoints.queue
output packageContainerUri string = '${host.properties.primaryEndpoints.blob}${packages.name}'
