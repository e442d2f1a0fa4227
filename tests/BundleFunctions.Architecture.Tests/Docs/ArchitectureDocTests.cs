using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BundleFunctions.Shops;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Holds <c>docs/architecture.md</c> to the code.</summary>
public sealed partial class ArchitectureDocTests
{
    private static readonly string Doc = File.ReadAllText(TrackedFiles.FullPath("docs/architecture.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Projects_AndTheirReferences_AreThoseOfTheProjectFiles()
    {
        var documented = Rows("Projects").Select(cells => $"{cells[0].Trim('`')}: {string.Join(", ", cells[2].Split(", ").Order(StringComparer.Ordinal))}");
        var projects = Directory.GetFiles(TrackedFiles.FullPath("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => $"{Name(file)}: {string.Join(", ", References(file).Order(StringComparer.Ordinal))}");

        documented.ShouldBe(projects, ignoreOrder: true);
    }

    [Fact]
    public void Functions_AreThoseOfTheLibrary_AndCallWhatTheyAreSaidToCall()
    {
        var rows = Rows("Functions");
        var functions = typeof(Functions.Health).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "FunctionAttribute")))
            .ToDictionary(type => type.Name, type => type.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType.Name));

        rows.Select(cells => cells[0].Trim('`')).ShouldBe(functions.Keys, ignoreOrder: true);
        foreach (var cells in rows)
        {
            var called = functions[cells[0].Trim('`')].DefaultIfEmpty("");
            called.ShouldContain(cells[2].Trim('`'));
        }
    }

    [Fact]
    public void Doors_ExistInTheirRooms()
    {
        Assembly[] assemblies = [typeof(ShopId).Assembly, Assembly.Load("BundleFunctions.Training"), Assembly.Load("BundleFunctions.Planning")];
        var room = "";
        foreach (var cells in Rows("Rooms and their doors"))
        {
            room = cells[0].Length == 0 ? room : cells[0].Trim('`');
            var doors = Quoted().Matches(cells[1]).Select(match => match.Groups["name"].Value).Where(name => name.Contains('.', StringComparison.Ordinal)).ToList();
            doors.ShouldNotBeEmpty();
            foreach (var door in doors.Select(door => door.Split('.')))
            {
                var type = assemblies.Select(assembly => assembly.GetType($"{room}.{door[0]}")).SingleOrDefault(found => found is not null);
                type.ShouldNotBeNull($"{room}.{door[0]}").IsSealed.ShouldBeTrue(door[0]);
                type.GetMethods().ShouldContain(method => method.Name == door[1], $"{door[0]}.{door[1]}");
            }
        }
    }

    [Fact]
    public void Ports_AreTheInterfacesOfCoreThatOthersImplement()
    {
        var ports = typeof(ShopId).Assembly.GetExportedTypes().Where(type => type.IsInterface && !type.IsGenericType).Select(type => type.Name);

        Rows("Ports").Select(cells => cells[0].Trim('`')).ShouldBe(ports, ignoreOrder: true);
    }

    [Fact]
    public void Containers_AreThoseOfTheLayout()
    {
        var containers = typeof(BlobLayout).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Rows("Where things lie").Where(cells => cells.Length == 2).Select(cells => cells[0].Trim('`')).ShouldBe(containers, ignoreOrder: true);
    }

    private static List<string[]> Rows(string section) =>
    [
        .. Doc.Split($"\n## {section}\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| | ", StringComparison.Ordinal))
            .Select(line => line[1..^1].Replace("\\|", "/", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["BundleFunctions.".Length..];

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(node => Name(node.Attribute("Include")!.Value));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
