targetScope = 'subscription'

// The whole deployment: one resource group, one module for each room. Nothing here takes or gives a secret: services know each other by
// identity, and the one secret there is, the key of the pseudonyms, is made by a hook and lies in the vault.

@minLength(1)
@maxLength(40)
@description('Name of this environment; part of the name of everything.')
param environmentName string

@minLength(1)
@description('Azure region.')
param location string

@allowed(['small', 'standard', 'large'])
@description('small: serverless documents, no GPU. standard: autoscaled documents, a GPU job. large: also warm instances and a private network.')
param size string = 'small'

@description('Object id of the person or pipeline that deploys: may drop files, make API keys and write the key of the pseudonyms. Empty: nobody.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal'])
@description('What that is.')
param principalType string = 'User'

@description('Image of the training job; empty until a hook has built one.')
param trainerImage string = ''

@description('Image of the training job on a GPU; empty until a hook has built one.')
param trainerGpuImage string = ''

@description('Where alerts are sent; empty: they are only listed.')
param alertEmail string = ''

@minValue(1)
@description('Spend a month, in the currency of the subscription, from whose four fifths on somebody is told.')
param monthlyBudget int = 100

@description('First day of the month in which this was deployed: budgets begin there.')
param budgetStart string = utcNow('yyyy-MM-01')

var sizes = {
  small: {
    serverless: true
    maxThroughput: 1000
    maxInstances: 40
    instanceMemory: 2048
    alwaysReady: 0
    gpu: false
    privateNetwork: false
    registrySku: 'Basic'
    storageSku: 'Standard_LRS'
    logDays: 30
  }
  standard: {
    serverless: false
    maxThroughput: 4000
    maxInstances: 100
    instanceMemory: 2048
    alwaysReady: 1
    gpu: true
    privateNetwork: false
    registrySku: 'Basic'
    storageSku: 'Standard_ZRS'
    logDays: 30
  }
  large: {
    serverless: false
    maxThroughput: 40000
    maxInstances: 400
    instanceMemory: 4096
    alwaysReady: 3
    gpu: true
    privateNetwork: true
    registrySku: 'Premium'
    storageSku: 'Standard_ZRS'
    logDays: 90
  }
}

var chosen = sizes[size]
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
  product: 'BundleFunctions'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    logDays: chosen.logDays
  }
}

module identities 'modules/identities.bicep' = {
  name: 'identities'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (chosen.privateNetwork) {
  name: 'network'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    sku: chosen.storageSku
    privateNetwork: chosen.privateNetwork
    privateEndpointSubnetId: chosen.privateNetwork ? network!.outputs.privateEndpointSubnetId : ''
    blobZoneId: chosen.privateNetwork ? network!.outputs.blobZoneId : ''
    queueZoneId: chosen.privateNetwork ? network!.outputs.queueZoneId : ''
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    serverless: chosen.serverless
    maxThroughput: chosen.maxThroughput
    privateNetwork: chosen.privateNetwork
    privateEndpointSubnetId: chosen.privateNetwork ? network!.outputs.privateEndpointSubnetId : ''
    zoneId: chosen.privateNetwork ? network!.outputs.cosmosZoneId : ''
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    sku: chosen.registrySku
  }
}

module rbac 'modules/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    dataAccountName: storage.outputs.dataAccountName
    hostAccountName: storage.outputs.hostAccountName
    cosmosAccountName: cosmos.outputs.accountName
    vaultName: vault.outputs.name
    registryName: registry.outputs.name
    insightsName: monitoring.outputs.insightsName
    appPrincipalId: identities.outputs.appPrincipalId
    trainerPrincipalId: identities.outputs.trainerPrincipalId
    deployerPrincipalId: principalId
    deployerPrincipalType: principalType
  }
}

module trainingJob 'modules/training-job.bicep' = {
  name: 'training-job'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    registryServer: registry.outputs.server
    image: trainerImage
    gpuImage: trainerGpuImage
    gpu: chosen.gpu
    infrastructureSubnetId: chosen.privateNetwork ? network!.outputs.jobSubnetId : ''
    identityId: identities.outputs.trainerId
    identityClientId: identities.outputs.trainerClientId
    starterPrincipalId: identities.outputs.appPrincipalId
    blobServiceUri: storage.outputs.blobServiceUri
    pseudonymKeyUri: vault.outputs.pseudonymKeyUri
  }
  dependsOn: [rbac]
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identities.outputs.appId
    identityClientId: identities.outputs.appClientId
    hostAccountName: storage.outputs.hostAccountName
    packageContainerUri: storage.outputs.packageContainerUri
    blobServiceUri: storage.outputs.blobServiceUri
    queueServiceUri: storage.outputs.queueServiceUri
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.database
    cosmosContainer: cosmos.outputs.container
    pseudonymKeyUri: vault.outputs.pseudonymKeyUri
    insightsConnection: monitoring.outputs.insightsConnection
    cpuJobName: trainingJob.outputs.cpuJobName
    gpuJobName: trainingJob.outputs.gpuJobName
    maxInstances: chosen.maxInstances
    instanceMemory: chosen.instanceMemory
    alwaysReady: chosen.alwaysReady
    subnetId: chosen.privateNetwork ? network!.outputs.functionSubnetId : ''
  }
  dependsOn: [rbac]
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    dataAccountName: storage.outputs.dataAccountName
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    email: alertEmail
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Where bundles are asked for.')
output SERVICE_API_ENDPOINT string = functions.outputs.endpoint

@description('Name of the function app.')
output SERVICE_API_NAME string = functions.outputs.name

@description('Storage account of the shops: files are dropped here.')
output DATA_ACCOUNT string = storage.outputs.dataAccountName

@description('Its blob service; the command line reads it as ShopStorage__serviceUri.')
output ShopStorage__serviceUri string = storage.outputs.blobServiceUri

@description('The document store; the command line reads it as Cosmos__Endpoint.')
output Cosmos__Endpoint string = cosmos.outputs.endpoint

@description('The system topic that tells of new blobs.')
output EVENT_TOPIC string = events.outputs.topicName

@description('Where blob events go that could not be delivered.')
output DEAD_LETTER_ACCOUNT_ID string = events.outputs.deadLetterAccountId

@description('The vault.')
output VAULT_NAME string = vault.outputs.name

@description('The registry of the training images.')
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name

@description('Its address.')
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server

@description('The training job.')
output TRAINING_JOB string = trainingJob.outputs.cpuJobName

@description('The training job on a GPU; empty where there is none.')
output TRAINING_GPU_JOB string = trainingJob.outputs.gpuJobName
