using System.Text.Json;
using BundleFunctions.Testing;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>One alert of <c>infra/alerts/alerts.json</c>.</summary>
internal sealed record AlertRule(string Name, int Severity, string Summary, string Metric, string Every, string Window, double Threshold, string Query)
{
    public static IReadOnlyList<AlertRule> All { get; } = Read();

    public static AlertRule Get(string name) => All.Single(rule => string.Equals(rule.Name, name, StringComparison.Ordinal));

    private static List<AlertRule> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "infra", "alerts", "alerts.json")));
        return [.. file.RootElement.GetProperty("queries").EnumerateArray().Select(rule => rule.Deserialize<AlertRule>(JsonSerializerOptions.Web)!)];
    }
}
