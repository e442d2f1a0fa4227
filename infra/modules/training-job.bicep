// What trains: container jobs that are started by hand, which here means by the function app. A workload profile belongs to a job,
// so a GPU needs a job of its own. Nothing runs, and nothing is paid, between two runs.

param token string
param location string
param tags object
param workspaceId string
param registryServer string

@description('Empty until an image was built: then a stand-in is named, which ends at once.')
param image string
param gpuImage string
param gpu bool

@description('Subnet of a private network; empty where there is none.')
param infrastructureSubnetId string
param identityId string
param identityClientId string

@description('Who starts, looks at and stops runs.')
param starterPrincipalId string
param blobServiceUri string
param pseudonymKeyUri string

// Container Apps Jobs Operator: read, start and stop.
var jobsOperator = 'b9a307c4-5aa3-4b52-ba60-2b17c136cd7b'
var standIn = 'mcr.microsoft.com/k8se/quickstart-jobs:latest'
var longestRun = 21600

var settings = [
  {
    name: 'AZURE_CLIENT_ID'
    value: identityClientId
  }
  {
    name: 'ShopStorage__serviceUri'
    value: blobServiceUri
  }
  {
    name: 'Pseudonyms__Key'
    secretRef: 'pseudonym-key'
  }
]

var jobConfiguration = {
  triggerType: 'Manual'
  replicaTimeout: longestRun
  // The next tick of the schedule is the retry: it starts from what there is then.
  replicaRetryLimit: 0
  manualTriggerConfig: {
    parallelism: 1
    replicaCompletionCount: 1
  }
  registries: [
    {
      server: registryServer
      identity: identityId
    }
  ]
  secrets: [
    {
      name: 'pseudonym-key'
      keyVaultUrl: pseudonymKeyUri
      identity: identityId
    }
  ]
}

resource jobsEnvironment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    vnetConfiguration: empty(infrastructureSubnetId)
      ? null
      : {
          infrastructureSubnetId: infrastructureSubnetId
          internal: true
        }
    workloadProfiles: concat(
      [
        {
          name: 'Consumption'
          workloadProfileType: 'Consumption'
        }
      ],
      gpu
        ? [
            {
              name: 'gpu'
              workloadProfileType: 'Consumption-GPU-NC8as-T4'
            }
          ]
        : []
    )
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: jobsEnvironment
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource cpuJob 'Microsoft.App/jobs@2025-01-01' = {
  name: 'train-${token}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: jobsEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: jobConfiguration
    template: {
      containers: [
        {
          name: 'train'
          image: empty(image) ? standIn : image
          args: empty(image) ? [] : ['train', '--help']
          env: settings
          resources: {
            cpu: json('4')
            memory: '8Gi'
          }
        }
      ]
    }
  }
}

resource gpuJob 'Microsoft.App/jobs@2025-01-01' = if (gpu) {
  name: 'train-gpu-${token}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: jobsEnvironment.id
    workloadProfileName: 'gpu'
    configuration: jobConfiguration
    template: {
      containers: [
        {
          name: 'train'
          image: empty(gpuImage) ? standIn : gpuImage
          args: empty(gpuImage) ? [] : ['train', '--help']
          env: settings
          resources: {
            cpu: json('8')
            memory: '56Gi'
          }
        }
      ]
    }
  }
}

resource cpuStarter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(cpuJob.id, starterPrincipalId, jobsOperator)
  scope: cpuJob
  properties: {
    principalId: starterPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', jobsOperator)
  }
}

resource gpuStarter 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (gpu) {
  name: guid(resourceGroup().id, 'train-gpu-${token}', starterPrincipalId, jobsOperator)
  scope: gpuJob
  properties: {
    principalId: starterPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', jobsOperator)
  }
}

output cpuJobName string = cpuJob.name
output gpuJobName string = gpu ? 'train-gpu-${token}' : ''
