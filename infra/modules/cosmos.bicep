// The documents that answers are read from: point reads by key alone, so nothing is indexed. A cache that can be rebuilt.

param token string
param location string
param tags object

@description('Pay by request; else autoscaled up to the throughput below.')
param serverless bool

@description('Most request units a second, where autoscaled.')
param maxThroughput int
param privateNetwork bool
param privateEndpointSubnetId string
param zoneId string

var databaseName = 'bundles'
var containerName = 'bundles'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: 'cosmos-${token}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    capabilities: serverless
      ? [
          {
            name: 'EnableServerless'
          }
        ]
      : []
    backupPolicy: {
      type: 'Periodic'
      periodicModeProperties: {
        backupIntervalInMinutes: 1440
        backupRetentionIntervalInHours: 48
        backupStorageRedundancy: 'Local'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
  }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: containerName
  properties: {
    resource: {
      id: containerName
      partitionKey: {
        paths: ['/pk']
        kind: 'Hash'
        version: 2
      }
      // On, without a default: each document says for itself when it may go.
      defaultTtl: -1
      indexingPolicy: {
        automatic: false
        indexingMode: 'none'
      }
    }
    options: serverless
      ? {}
      : {
          autoscaleSettings: {
            maxThroughput: maxThroughput
          }
        }
  }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork) {
  name: 'cosmos-endpoint'
  params: {
    name: 'pe-cosmos-${token}'
    location: location
    tags: tags
    subnetId: privateEndpointSubnetId
    zoneId: zoneId
    resourceId: account.id
    group: 'Sql'
  }
}

output accountName string = account.name
output endpoint string = account.properties.documentEndpoint
output database string = database.name
output container string = container.name
