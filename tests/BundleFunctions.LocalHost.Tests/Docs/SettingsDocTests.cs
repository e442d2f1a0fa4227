using System.Globalization;
using System.Reflection;
using System.Text.Json;
using BundleFunctions.Assistant;
using BundleFunctions.Hosting;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Titles;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.LocalHost.Setup;
using BundleFunctions.Migration;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Sessions;
using BundleFunctions.Testing;
using BundleFunctions.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Tests.Docs;

/// <summary>The tables of settings in <c>docs/local-development.md</c> and, for training, in <c>docs/training-job.md</c>.</summary>
public sealed class SettingsDocTests
{
    private static readonly string[] Pages = ["local-development.md", "training-job.md"];

    private static readonly Dictionary<string, string> Defaults = Pages
        .Select(page => File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", page)).ReplaceLineEndings("\n"))
        .SelectMany(page => page.Split("\n## Settings\n")[1].Split('\n'))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1].Trim('`'), cells => cells[3], StringComparer.Ordinal);

    [Fact]
    public void Doc_Settings_AreThoseThatAreReadOrSetByDefault() =>
        Defaults.Keys.ShouldBe(ReadSettings.Find().Union(LocalDefaults.Settings.Keys, StringComparer.Ordinal), ignoreOrder: true);

    [Fact]
    public void Sample_SettingsOfTheDeployedApp_AreKnownAndEnoughToStart()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString(), StringComparer.Ordinal);
        values.Keys.Except(["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"], StringComparer.Ordinal).ShouldBeSubsetOf(Defaults.Keys);
        values.ShouldContainKey("Schedules:Retrain");
        values.ShouldContainKey("Schedules:Reconcile");

        // The pseudonym key is made where the sample says, so that is moved out of the way.
        values.ShouldContainKey("Stores:Directory");
        var folder = Directory.CreateTempSubdirectory("bundles-sample-");
        try
        {
            values["Stores:Directory"] = folder.FullName;
            Should.NotThrow(() => new ServiceCollection().AddBundleFunctions(new ConfigurationBuilder().AddInMemoryCollection(values).Build()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Doc_Defaults_AreThoseOfTheOptions()
    {
        var options = new (string Section, object Options)[]
        {
            (RetrainOptions.SectionName, new RetrainOptions()),
            (TrainingJobOptions.SectionName, new TrainingJobOptions()),
            (ContainerJobOptions.SectionName, new ContainerJobOptions()),
            (ContainerAppsOptions.SectionName, new ContainerAppsOptions()),
            (PublishingOptions.SectionName, new PublishingOptions()),
            (ServingOptions.SectionName, new ServingOptions()),
            (LimitOptions.SectionName, new LimitOptions()),
            (SessionOptions.SectionName, new SessionOptions()),
            (MigrationOptions.SectionName, new MigrationOptions()),
            (TitleOptions.SectionName, new TitleOptions()),
            (AssistantOptions.SectionName, new AssistantOptions()),
            (LocalHostOptions.SectionName, new LocalHostOptions()),
        };
        var expected =
            from section in options
            from property in section.Options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let value = property.GetValue(section.Options)
            where value is not null
            let text = Convert.ToString(value, CultureInfo.InvariantCulture)
            select ($"{section.Section}:{property.Name}", $"`{(value is bool ? text.ToLowerInvariant() : text)}`");

        foreach (var (name, value) in expected.ToList())
        {
            Defaults[name].ShouldStartWith(value, Case.Sensitive, name);
        }
    }

    [Fact]
    public void Doc_DefaultsOfTheLocalHost_AreNamed()
    {
        foreach (var (name, value) in LocalDefaults.Settings)
        {
            Defaults[name].ShouldContain($"`{value}`", Case.Sensitive, name);
        }
    }

    [Fact]
    public void Doc_DefaultsOfStores_AreThoseOfEmptySettings()
    {
        var stores = StoreSettings.Read(new ConfigurationBuilder().Build());

        Defaults["Stores:Directory"].ShouldBe($"`{Path.GetFileName(stores.Directory)}`");
        Defaults["Stores:Blobs"].ShouldEndWith($"else `{stores.Blobs}`");
        Defaults["Stores:Documents"].ShouldEndWith($"else `{stores.Documents}`");
        Defaults["Cosmos:Database"].ShouldBe($"`{stores.CosmosDatabase}`");
        Defaults["Cosmos:Container"].ShouldBe($"`{stores.CosmosContainer}`");
        (stores.CosmosCreateIfMissing, stores.CosmosGateway).ShouldBe((false, false));
        (Defaults["Cosmos:CreateIfMissing"], Defaults["Cosmos:Gateway"]).ShouldBe(("`false`; `true` in the local host", "`false`"));
        StoreEnvironment.From(stores, null).Keys.Select(name => name.Replace("__", ":", StringComparison.Ordinal)).ShouldBeSubsetOf(Defaults.Keys);
    }
}
