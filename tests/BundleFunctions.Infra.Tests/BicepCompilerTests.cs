using BundleFunctions.Infra.Tests.Bicep;

namespace BundleFunctions.Infra.Tests;

/// <summary>The templates, compiled and linted by the compiler that <c>azd up</c> uses: not even a warning stays.</summary>
public sealed class BicepCompilerTests
{
    [BicepFact]
    public void Build_AllTemplates_SaysNothing()
    {
        var (code, diagnostics) = BicepCompiler.Run("build", "infra/main.bicep", "--stdout");

        diagnostics.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [BicepFact]
    public void Lint_AllTemplates_SaysNothing() => BicepCompiler.Run("lint", "infra/main.bicep").ShouldBe((0, ""));

    [BicepFact]
    public async Task Build_TypeThatLacksAProperty_IsFound()
    {
        var folder = Directory.CreateTempSubdirectory("bundles-bicep-");
        var file = Path.Combine(folder.FullName, "planted.bicep");
        await File.WriteAllTextAsync(
            file,
            "resource r 'Microsoft.ContainerRegistry/registries@2023-07-01' = {\n  name: 'planted'\n  location: 'westeurope'\n  sku: {\n    name: 'Basic'\n  }\n  properties: {\n    noSuchThing: 1\n  }\n}\n");

        BicepCompiler.Run("build", file, "--stdout").Diagnostics.ShouldContain("noSuchThing");
        folder.Delete(recursive: true);
    }
}
