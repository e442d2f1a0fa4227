using System.Xml.Linq;
using BundleFunctions.Testing;

namespace BundleFunctions.Architecture.Tests;

/// <summary>Arrows point one way: hosts -> functions, storage, training -> Core -> nothing (docs/architecture.md).</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Numerics"] = [],
        ["WorkerShim"] = [],
        ["Training"] = ["Core", "Numerics"],
        ["DeepModels"] = ["Core", "Numerics", "Training"],
        ["Planning"] = ["Core", "Numerics"],
        ["MachineLearning"] = ["Core", "Numerics", "Training", "Planning"],
        ["DemoShop"] = ["Core", "Numerics"],
        ["Formats.Csv"] = ["Core"],
        ["Formats.Parquet"] = ["Core"],
        ["Storage.Local"] = ["Core"],
        ["Storage.Azure"] = ["Core"],
        ["Onnx"] = ["Core"],
        ["Hosting"] = ["Core", "Formats.Csv", "Formats.Parquet", "Onnx", "Storage.Local", "Storage.Azure"],
        ["Functions"] = ["Core", "WorkerShim"],
        ["App"] = ["Core", "Functions", "Hosting"],
        ["LocalHost"] = ["Core", "Functions", "Hosting", "DemoShop", "Cli"],
        ["Cli"] = ["Core", "DeepModels", "MachineLearning", "Training", "Planning", "Hosting", "DemoShop"],
    };

    public static TheoryData<string> Projects => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_OfEveryProject_PointOnlyWhereAllowed(string project)
    {
        var references = Elements(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["BundleFunctions.".Length..]);

        references.Except(Allowed[project], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Numerics")]
    [InlineData("WorkerShim")]
    public void PackageReferences_OfTheInnermostProjects_AreNone(string project) =>
        Elements(project, "PackageReference").ShouldBeEmpty();

    [Fact]
    public void SourceFolder_HoldsOnlyProjectsThatThisTestKnows() =>
        Directory.GetDirectories(Path.Combine(RepositoryRoot.Find(), "src"))
            .Select(directory => Path.GetFileName(directory)["BundleFunctions.".Length..])
            .Except(Allowed.Keys, StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void UnsafeBlocks_AreAllowedOnlyInNumerics() =>
        Allowed.Keys.Where(project => Project(project).Descendants("AllowUnsafeBlocks").Any()).ShouldBe(["Numerics"]);

    private static IEnumerable<string> Elements(string project, string element) =>
        Project(project).Descendants(element).Select(node => node.Attribute("Include")!.Value);

    private static XDocument Project(string name) =>
        XDocument.Load(Path.Combine(RepositoryRoot.Find(), "src", $"BundleFunctions.{name}", $"BundleFunctions.{name}.csproj"));
}
