using BundleFunctions.Testing;

namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>One file of <c>infra/</c>, read.</summary>
internal sealed class BicepFile
{
    private BicepFile(string path, IReadOnlyList<Declaration> declarations) => (Path, Declarations) = (path, declarations);

    /// <summary>From the repository's root, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<Declaration> Declarations { get; }

    /// <summary>Resources, those within others included.</summary>
    public IEnumerable<Declaration> Resources => Of("resource").SelectMany(resource => (resource.Body?.Nested ?? []).Prepend(resource));

    /// <summary>Every file of <c>infra/</c>.</summary>
    public static IReadOnlyList<BicepFile> All { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryRoot.Find(), "infra"), "*.bicep", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Find(), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>What a text declares, for tests of the reader itself.</summary>
    public static BicepFile Of(string path, string text) => new(path, Parser.Parse(text.ReplaceLineEndings("\n")));

    public static BicepFile Get(string path) => All.Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));

    public IEnumerable<Declaration> Of(string keyword) =>
        Declarations.Where(declaration => string.Equals(declaration.Keyword, keyword, StringComparison.Ordinal));

    /// <summary>What declares a name; outputs have names of their own.</summary>
    public Declaration Find(string name) =>
        Declarations.Single(declaration => declaration.Keyword != "output" && string.Equals(declaration.Name, name, StringComparison.Ordinal));

    /// <summary>The file that a module names; null where there is none.</summary>
    public BicepFile? FindModule(Declaration module)
    {
        var path = System.IO.Path.GetRelativePath(
            RepositoryRoot.Find(), System.IO.Path.Combine(RepositoryRoot.Find(), System.IO.Path.GetDirectoryName(Path)!, module.Type)).Replace('\\', '/');
        return All.FirstOrDefault(file => string.Equals(file.Path, path, StringComparison.Ordinal));
    }

    private static BicepFile Read(string path)
    {
        try
        {
            return Of(path, File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Find(), path)));
        }
        catch (BicepSyntaxException e)
        {
            throw new InvalidOperationException($"{path}: {e.Message}", e);
        }
    }
}
