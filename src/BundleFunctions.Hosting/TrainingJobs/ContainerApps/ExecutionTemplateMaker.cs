using System.Text.Json.Nodes;
using BundleFunctions.Hosting.Settings;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>Makes what an execution is started with. A template replaces the job's own as a whole, so it is made from the job's definition:
/// image, command and resources stay, variables are added, arguments are set.</summary>
internal static class ExecutionTemplateMaker
{
    // What an execution's container may have; the rest of a job's container (volumes, probes) is the job's alone.
    private static readonly string[] Kept = ["image", "name", "command", "args", "env", "resources"];

    /// <param name="job">The job's definition.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="record">The claim.</param>
    /// <param name="stores">This host's stores: their addresses are handed over, never a key; keys are secrets of the job's definition.</param>
    /// <param name="settings">Settings of training, as environment variables.</param>
    /// <param name="options">Resources to set.</param>
    /// <exception cref="ArmException">The job has no container.</exception>
    public static JsonObject Make(
        JsonObject job, ShopId shop, JobRecord record, StoreSettings stores, IReadOnlyDictionary<string, string?> settings, ContainerAppsOptions options)
    {
        var template = job["properties"] is JsonObject properties ? properties["template"] as JsonObject : null;
        if (template?["containers"] is not JsonArray { Count: > 0 } containers || containers[0] is not JsonObject first)
        {
            throw new ArmException("The job's definition has no container.", null, mayHaveHappened: false);
        }

        var main = Keep(first);
        main["args"] = new JsonArray([.. Arguments(shop, record).Select(argument => (JsonNode)argument)]);
        var variables = main["env"] as JsonArray ?? [];
        main["env"] = variables;
        foreach (var (name, value) in Variables(shop, record, stores).Concat(TrainingEnvironment.For(record.Plan, settings).Select(variable => (variable.Key, variable.Value!))))
        {
            Set(variables, name, value);
        }

        var resources = main["resources"] as JsonObject ?? [];
        resources["cpu"] = options.Cpu ?? resources["cpu"]?.DeepClone();
        resources["memory"] = options.Memory ?? resources["memory"]?.DeepClone();
        main["resources"] = resources;
        var made = new JsonObject { ["containers"] = new JsonArray([main, .. containers.Skip(1).OfType<JsonObject>().Select(Keep)]) };
        if (template["initContainers"] is JsonArray { Count: > 0 } initial)
        {
            made["initContainers"] = new JsonArray([.. initial.OfType<JsonObject>().Select(Keep)]);
        }

        return made;
    }

    private static IEnumerable<string> Arguments(ShopId shop, JobRecord record)
    {
        yield return "train";
        yield return "--shop";
        yield return shop.Value;
        if (record.Plan?.Deep == true)
        {
            yield return "--deep";
        }
    }

    private static IEnumerable<(string Name, string Value)> Variables(ShopId shop, JobRecord record, StoreSettings stores)
    {
        yield return (JobExecution.RunVariable, JobExecution.RunOf(shop, record.Tick));
        if (stores.BlobServiceUri is { } blobs)
        {
            yield return ("ShopStorage__serviceUri", blobs.ToString());
        }

        if (stores.CosmosEndpoint is { } cosmos)
        {
            yield return ("Cosmos__Endpoint", cosmos.ToString());
            yield return ("Cosmos__Database", stores.CosmosDatabase);
            yield return ("Cosmos__Container", stores.CosmosContainer);
        }
    }

    private static JsonObject Keep(JsonObject container) =>
        new(Kept.Where(name => container[name] is not null).Select(name => KeyValuePair.Create(name, container[name]?.DeepClone())));

    private static void Set(JsonArray variables, string name, string value)
    {
        foreach (var old in variables.OfType<JsonObject>().Where(variable => string.Equals((string?)variable["name"], name, StringComparison.Ordinal)).ToList())
        {
            variables.Remove(old);
        }

        variables.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value });
    }
}
