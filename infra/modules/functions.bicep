// The function app on Flex Consumption. Every connection is an address and an identity.

param token string
param location string
param tags object
param identityId string
param identityClientId string
param hostAccountName string
param packageContainerUri string
param blobServiceUri string
param queueServiceUri string
param cosmosEndpoint string
param cosmosDatabase string
param cosmosContainer string
param pseudonymKeyUri string

@description('Address of the telemetry; it takes none without the right identity.')
param insightsConnection string
param cpuJobName string
param gpuJobName string

@minValue(40)
@maxValue(1000)
param maxInstances int

@allowed([512, 2048, 4096])
param instanceMemory int

@description('HTTP instances that are kept warm.')
param alwaysReady int

@description('Subnet of a private network; empty where there is none.')
param subnetId string

var jobSettings = empty(gpuJobName)
  ? {}
  : {
      Training__ContainerApps__GpuJob: gpuJobName
      Retrain__Deep: 'Auto'
      Retrain__Gpu: 'true'
    }

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, {
    'azd-service-name': 'api'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      healthCheckPath: '/api/health'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maxInstances
        instanceMemoryMB: instanceMemory
        alwaysReady: alwaysReady == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReady
              }
            ]
        triggers: {
          http: {
            perInstanceConcurrency: 64
          }
        }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(jobSettings, {
      AzureWebJobsStorage__accountName: hostAccountName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      AZURE_CLIENT_ID: identityClientId
      ShopStorage__blobServiceUri: blobServiceUri
      ShopStorage__queueServiceUri: queueServiceUri
      ShopStorage__credential: 'managedidentity'
      ShopStorage__clientId: identityClientId
      Stores__Blobs: 'Azure'
      Stores__Documents: 'Cosmos'
      Cosmos__Endpoint: cosmosEndpoint
      Cosmos__Database: cosmosDatabase
      Cosmos__Container: cosmosContainer
      Pseudonyms__Key: '@Microsoft.KeyVault(SecretUri=${pseudonymKeyUri})'
      Schedules__Retrain: '0 0 * * * *'
      Schedules__Reconcile: '0 */10 * * * *'
      Schedules__Privacy: '30 */15 * * * *'
      Schedules__Experiments: '0 30 * * * *'
      Training__Job: 'container-apps'
      Training__ContainerApps__SubscriptionId: subscription().subscriptionId
      Training__ContainerApps__ResourceGroup: resourceGroup().name
      Training__ContainerApps__CpuJob: cpuJobName
    })
  }
}

output name string = app.name
output endpoint string = 'https://${app.properties.defaultHostName}'
