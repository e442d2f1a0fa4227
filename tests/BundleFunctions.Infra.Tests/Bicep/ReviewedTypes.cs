namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>What somebody has looked up in the reference of Azure's templates and roles. A new line here is a review.</summary>
internal static class ReviewedTypes
{
    /// <summary>Version of each resource type; stable ones, but where a type has no stable version.</summary>
    public static IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Microsoft.App/jobs"] = "2025-01-01",
        ["Microsoft.App/managedEnvironments"] = "2025-01-01",
        ["Microsoft.Authorization/roleAssignments"] = "2022-04-01",
        ["Microsoft.Consumption/budgets"] = "2023-11-01",
        ["Microsoft.ContainerRegistry/registries"] = "2023-07-01",
        ["Microsoft.DocumentDB/databaseAccounts"] = "2024-11-15",
        ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases"] = "2024-11-15",
        ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers"] = "2024-11-15",
        ["Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments"] = "2024-11-15",
        ["Microsoft.EventGrid/systemTopics"] = "2025-02-15",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/components"] = "2020-02-02",

        // There is no stable version that can be deployed.
        ["Microsoft.Insights/diagnosticSettings"] = "2021-05-01-preview",
        ["Microsoft.Insights/scheduledQueryRules"] = "2023-12-01",
        ["Microsoft.KeyVault/vaults"] = "2023-07-01",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "2023-01-31",
        ["Microsoft.Network/privateDnsZones"] = "2024-06-01",
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"] = "2024-06-01",
        ["Microsoft.Network/privateEndpoints"] = "2024-05-01",
        ["Microsoft.Network/privateEndpoints/privateDnsZoneGroups"] = "2024-05-01",
        ["Microsoft.Network/virtualNetworks"] = "2024-05-01",
        ["Microsoft.OperationalInsights/workspaces"] = "2023-09-01",
        ["Microsoft.Resources/resourceGroups"] = "2024-03-01",
        ["Microsoft.Storage/storageAccounts"] = "2024-01-01",
        ["Microsoft.Storage/storageAccounts/blobServices"] = "2024-01-01",
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = "2024-01-01",
        ["Microsoft.Storage/storageAccounts/managementPolicies"] = "2024-01-01",
        ["Microsoft.Web/serverfarms"] = "2024-04-01",
        ["Microsoft.Web/sites"] = "2024-04-01",
    };

    /// <summary>Built-in roles by their id.</summary>
    public static IReadOnlyDictionary<string, string> Roles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["00000000-0000-0000-0000-000000000002"] = "Cosmos DB Built-in Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["b9a307c4-5aa3-4b52-ba60-2b17c136cd7b"] = "Container Apps Jobs Operator",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
    };
}
