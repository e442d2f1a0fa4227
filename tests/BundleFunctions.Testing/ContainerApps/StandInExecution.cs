using System.Text.Json.Nodes;

namespace BundleFunctions.Testing;

/// <summary>An execution of a job in the <see cref="ContainerAppsStandIn"/>.</summary>
public sealed class StandInExecution(string name, string job, JsonObject template, DateTimeOffset startTime)
{
    public string Name { get; } = name;

    public string Job { get; } = job;

    /// <summary>What it was started with.</summary>
    public JsonObject Template { get; } = template;

    public string Status { get; set; } = "Running";

    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Lists that do not show it yet.</summary>
    public int HiddenFor { get; set; }

    public JsonObject Container => (JsonObject)Template["containers"]![0]!;

    /// <summary>A variable of its first container; null where there is none.</summary>
    public string? Variable(string name) => (string?)Container["env"]!.AsArray().SingleOrDefault(variable => (string?)variable!["name"] == name)?["value"];

    public JsonObject ToJson(string jobId) => new()
    {
        ["name"] = Name,
        ["id"] = $"{jobId}/executions/{Name}",
        ["type"] = "Microsoft.App/jobs/executions",
        ["properties"] = new JsonObject
        {
            ["status"] = Status,
            ["startTime"] = startTime,
            ["endTime"] = EndTime,
            ["template"] = Template.DeepClone(),
        },
    };
}
