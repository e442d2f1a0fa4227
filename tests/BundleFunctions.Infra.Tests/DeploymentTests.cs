using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using BundleFunctions.Infra.Tests.Bicep;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using YamlDotNet.RepresentationModel;

namespace BundleFunctions.Infra.Tests;

/// <summary>What the deployment promises, held to the templates, the hooks and the code.</summary>
public sealed partial class DeploymentTests
{
    // azd sets these itself.
    private static readonly string[] AzdVariables = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE", "AZURE_RESOURCE_GROUP"];

    private static readonly string[] Hooks = ["after-provision.sh", "after-provision.ps1", "after-deploy.sh", "after-deploy.ps1"];

    [Fact]
    public void Stores_TakeIdentitiesOnly()
    {
        foreach (var account in BicepFile.All.SelectMany(file => file.Resources).Where(resource => !resource.IsExisting && resource.Type.StartsWith("Microsoft.Storage/storageAccounts@", StringComparison.Ordinal)))
        {
            Value(account, "properties.allowSharedKeyAccess").ShouldBe("false", account.Name);
            Value(account, "properties.allowBlobPublicAccess").ShouldBe("false", account.Name);
            Value(account, "properties.minimumTlsVersion").ShouldBe("TLS1_2", account.Name);
        }

        Value(BicepFile.Get("infra/modules/cosmos.bicep").Find("account"), "properties.disableLocalAuth").ShouldBe("true");
        Value(BicepFile.Get("infra/modules/registry.bicep").Find("registry"), "properties.adminUserEnabled").ShouldBe("false");
        Value(BicepFile.Get("infra/modules/vault.bicep").Find("vault"), "properties.enableRbacAuthorization").ShouldBe("true");
        Value(BicepFile.Get("infra/modules/monitoring.bicep").Find("insights"), "properties.DisableLocalAuth").ShouldBe("true");
    }

    [Fact]
    public void Documents_AreNotIndexed_AndMayHaveATimeToLive()
    {
        var container = BicepFile.Get("infra/modules/cosmos.bicep").Find("container");

        Value(container, "properties.resource.indexingPolicy.indexingMode").ShouldBe("none");
        container.Body!.Find("properties.resource.defaultTtl").ShouldBeOfType<Operation>().Sign.ShouldBe("-");
        Texts(container.Body.Find("properties.resource.partitionKey.paths")!).ShouldBe(["/pk"]);
    }

    [Fact]
    public void Containers_AreThoseOfTheLayout_AndTheDeadLetters()
    {
        var layout = typeof(BlobLayout).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var storage = BicepFile.Get("infra/modules/storage.bicep");
        var containers = Texts(storage.Find("containers").Value);

        containers.ShouldBe(layout.Append("deadletters"), ignoreOrder: true);
        var prefixes = storage.Find("lifecycle").Body!.All.OfType<Property>().Where(property => property.KeyText == "prefixMatch").SelectMany(property => Texts(property.Value));
        prefixes.Select(prefix => prefix.TrimEnd('/')).ShouldBeSubsetOf(containers);
    }

    [Fact]
    public void App_RunsOnFlexConsumption_WithTheRuntimeOfTheProjects()
    {
        var functions = BicepFile.Get("infra/modules/functions.bicep");

        Value(functions.Find("plan"), "sku.name").ShouldBe("FC1");
        Value(functions.Find("app"), "properties.functionAppConfig.runtime.name").ShouldBe("dotnet-isolated");
        Value(functions.Find("app"), "properties.functionAppConfig.runtime.version").ShouldBe("10.0");
        Read("Directory.Build.props").ShouldContain("<TargetFramework>net10.0</TargetFramework>");
    }

    [Fact]
    public void Hooks_SubscribeEveryBlobFunction_ToItsContainer()
    {
        var functions =
            from file in Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), "src", "BundleFunctions.Functions"), "*.cs")
            from match in BlobTrigger().Matches(File.ReadAllText(file))
            select $"{Path.GetFileNameWithoutExtension(file)} {match.Groups["container"].Value}";
        var expected = functions.ToList();

        expected.ShouldNotBeEmpty();
        Subscribed("after-deploy.sh").ShouldBe(expected, ignoreOrder: true);
        Subscribed("after-deploy.ps1").ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Hooks_OfBothShells_CallTheSameCommands()
    {
        foreach (var hook in new[] { "after-provision", "after-deploy" })
        {
            Commands($"{hook}.ps1").ShouldBe(Commands($"{hook}.sh"), ignoreOrder: true);
        }
    }

    [Fact]
    public void Hooks_ReadOnly_WhatTheTemplateGives()
    {
        var outputs = BicepFile.Get("infra/main.bicep").Of("output").Select(output => output.Name).Concat(AzdVariables).ToList();

        Hooks.SelectMany(hook => Variable().Matches(Read($"infra/hooks/{hook}"))).Select(match => match.Groups["name"].Value).Distinct().ShouldBeSubsetOf(outputs);
    }

    [Fact]
    public void Azd_NamesFilesAndServices_ThatAreThere()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Read("azure.yaml")));
        var scalars = yaml.Documents[0].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value!).ToList();

        scalars.Where(text => text.StartsWith("infra/hooks/", StringComparison.Ordinal)).ShouldBe(Hooks.Select(hook => $"infra/hooks/{hook}"), ignoreOrder: true);
        scalars.Where(text => text.Contains('/', StringComparison.Ordinal)).Select(text => text.Replace("../../", "", StringComparison.Ordinal))
            .ShouldAllBe(path => Path.Exists(Path.Combine(RepositoryRoot.Find(), path)));
        Read("infra/modules/functions.bicep").ShouldContain("'azd-service-name': 'api'");
        scalars.ShouldContain("api");
    }

    [Fact]
    public void ParameterFile_NamesParameters_AndLeavesNoneOutThatMustBeGiven()
    {
        using var file = JsonDocument.Parse(Read("infra/main.parameters.json"));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();
        var parameters = BicepFile.Get("infra/main.bicep").Of("param").ToList();

        given.ShouldBeSubsetOf(parameters.Select(parameter => parameter.Name));
        parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name).ShouldBeSubsetOf(given);
    }

    [Fact]
    public void AppSettings_AreThoseThatTheDocumentLists()
    {
        var functions = BicepFile.Get("infra/modules/functions.bicep");
        var given = functions.Find("app").Body!.Nested.Single().Body!.All.Concat(functions.Find("jobSettings").Value.All)
            .OfType<Property>().Select(property => property.KeyText).Except(["name", "properties"], StringComparer.Ordinal);
        var documented = Read("docs/configuration.md").Split("\n## What the deployment sets\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        given.ShouldBe(documented, ignoreOrder: true);
    }

    [Fact]
    public void Schedules_OfEveryTimer_AreSetByDeploymentAndSample()
    {
        var schedules = Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), "src", "BundleFunctions.Functions"), "*.cs")
            .SelectMany(file => Schedule().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        using var sample = JsonDocument.Parse(Read("local.settings.sample.json"));

        schedules.ShouldNotBeEmpty();
        schedules.ShouldAllBe(name => Read("infra/modules/functions.bicep").Contains($"{name.Replace(":", "__", StringComparison.Ordinal)}: '", StringComparison.Ordinal));
        schedules.ShouldBeSubsetOf(sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name));
    }

    private static string? Value(Declaration declaration, string path) => declaration.Body!.Find(path) switch
    {
        Text text => text.Value,
        Literal literal => literal.Value,
        _ => null,
    };

    private static List<string> Texts(Node node) => [.. node.All.OfType<Text>().Select(text => text.Value)];

    private static string Read(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Find(), path)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Subscribed(string hook) =>
        Subscription().Matches(Read($"infra/hooks/{hook}")).Select(match => $"{match.Groups["function"].Value} {match.Groups["container"].Value}");

    private static List<string> Commands(string hook) => [.. Command().Matches(Comment().Replace(Read($"infra/hooks/{hook}"), "")).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("""BlobTrigger\("(?<container>[a-z]+)/""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlobTrigger();

    [GeneratedRegex("^subscribe '?(?<function>[A-Z][A-Za-z]+)'? '?(?<container>[a-z]+)'? ", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"\b(az|azd) [a-z]+( [a-z-]+)*(?= )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex("%(?<name>Schedules:[A-Za-z]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Schedule();

    [GeneratedRegex("^ *#.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\$(env:|\{)?(?<name>[A-Z][A-Za-z_]*_[A-Za-z_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
