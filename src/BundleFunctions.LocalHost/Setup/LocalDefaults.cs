namespace BundleFunctions.LocalHost.Setup;

/// <summary>What this host sets where nobody else does.</summary>
public static class LocalDefaults
{
    /// <summary>Settings by name; <c>docs/local-development.md</c> explains each.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        // Named even where it is the default: a machine of its own keeps its own keys, wherever its blobs lie.
        ["Stores:Directory"] = ".bundles",
        ["Schedules:Retrain"] = "0 0 * * * *",
        ["Schedules:Reconcile"] = "0 */5 * * * *",
        ["Schedules:Privacy"] = "30 */5 * * * *",
        ["Schedules:Experiments"] = "0 */10 * * * *",
        ["Cosmos:CreateIfMissing"] = "true",

        // Somebody looks on.
        ["Training:Heartbeat"] = "00:00:02",

        // Only this machine's own processes can call.
        ["Limits:ReadPerSecond"] = "0",
        ["Limits:AdminPerSecond"] = "0",
        ["Logging:LogLevel:Default"] = "Warning",
    };
}
