using BundleFunctions.Testing;
using YamlDotNet.RepresentationModel;

namespace BundleFunctions.Infra.Tests.Workflows;

/// <summary>One file of <c>.github/workflows/</c>, read; a key that stands twice is refused.</summary>
internal sealed class WorkflowFile(string name, YamlMappingNode root)
{
    public string Name => name;

    public YamlMappingNode Root => root;

    /// <summary>Jobs by their id.</summary>
    public IEnumerable<(string Id, YamlMappingNode Job)> Jobs => Entries(Find(root, "jobs"));

    /// <summary>Steps of all jobs.</summary>
    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => StepsOf(job.Job));

    public static IReadOnlyList<WorkflowFile> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), ".github", "workflows"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public static WorkflowFile Parse(string name, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new WorkflowFile(name, (YamlMappingNode)stream.Documents.Single().RootNode);
    }

    public static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        Find(job, "steps") is YamlSequenceNode steps ? steps.Children.Cast<YamlMappingNode>() : [];

    /// <summary>The value of a key; null where the node has none.</summary>
    public static YamlNode? Find(YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? TextOf(YamlNode? node, string key) => (Find(node, key) as YamlScalarNode)?.Value;

    public static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    private static IEnumerable<(string Id, YamlMappingNode Value)> Entries(YamlNode? node) =>
        ((YamlMappingNode)node!).Children.Select(entry => (((YamlScalarNode)entry.Key).Value!, (YamlMappingNode)entry.Value));
}
