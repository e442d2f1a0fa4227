// Images of the training job. Pulled by identity; the admin user is off, and nobody pulls without one (the type's default).

@minLength(3)
param token string
param location string
param tags object
param sku string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    adminUserEnabled: false
  }
}

output name string = registry.name
output server string = registry.properties.loginServer
