namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Holds the samples that <c>docs/clients.md</c> shows to the files that the tests run.</summary>
public sealed class ClientsDocTests
{
    [Theory]
    [InlineData("ts", "samples/product-page/bundles.ts")]
    [InlineData("html", "samples/product-page/index.html")]
    [InlineData("csharp", "samples/dotnet/BundleClient.cs")]
    public void Sample_IsTheFileThatTestsRun(string language, string file)
    {
        var sample = File.ReadAllText(TrackedFiles.FullPath(file)).ReplaceLineEndings("\n").TrimEnd();

        File.ReadAllText(TrackedFiles.FullPath("docs/clients.md")).ReplaceLineEndings("\n").ShouldContain($"```{language}\n{sample}\n```");
    }
}
