using BundleFunctions.Hosting.Doctor;
using BundleFunctions.Operations;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Tests.Doctor;

/// <summary>Misconfigurations that are planted, each alone, and found with what to do about them.</summary>
public sealed class DoctorTests : IDisposable
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("acme");
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundles-doctor-");
    private readonly ManualClock _clock = new();
    private readonly InMemoryBlobStore _blobs;
    private readonly InMemoryDocumentStore _documents;

    public DoctorTests() => (_blobs, _documents) = (new InMemoryBlobStore(_clock), new InMemoryDocumentStore(_clock));

    [Fact]
    public void Settings_ThatAreWell_GiveNothing() => Examine([]).ShouldBeEmpty();

    [Theory]
    [InlineData("Serving:Deadline", "00:00:00", "setting-unusable", "Serving:Deadline")]
    [InlineData("Stores:Blobs", "Azure", "setting-unusable", "ShopStorage")]
    [InlineData("Stores:Documents", "Cosmos", "setting-unusable", "Cosmos:Endpoint")]
    [InlineData("Pseudonyms:Key", "c2hvcnQ=", "setting-unusable", "32 bytes")]
    [InlineData("Pseudonyms:Key", "@Microsoft.KeyVault(SecretUri=https://kv/secrets/x)", "reference-unresolved", "Key Vault")]
    [InlineData("Serving:Deadlin", "00:00:01", "setting-unknown", "Serving:Deadlin")]
    [InlineData("Schedules:Reconcile", "every ten minutes", "schedule-unusable", "Schedules:Reconcile")]
    [InlineData("ShopStorage", "AccountName=a;AccountK" + "ey=x;BlobEndpoint=https://a.blob.example/", "key-in-settings", "ShopStorage")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere", "setting-unusable", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("Training:Job", "somewhere", "setting-unusable", "Training:Job")]
    public void Settings_Misconfigured_AreFound(string name, string value, string code, string named)
    {
        var findings = Examine(new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value });

        findings.ShouldContain(finding => finding.Code == code);
        var finding = findings.First(finding => finding.Code == code);
        $"{finding.Subject} {finding.Found} {finding.Fix}".ShouldContain(named);
        finding.Fix.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Stores_EmptyButWell_OnlySayThatThereIsNoShop() => (await ExamineStoresAsync()).ShouldHaveSingleItem().Code.ShouldBe("no-shop");

    [Fact]
    public async Task Stores_BlobsUnreachable_AreFound() =>
        (await ExamineStoresAsync(blobs: new FailingBlobStore(_blobs, failAt: 1, afterwards: false))).ShouldContain(finding => finding.Code == "blobs-unreachable" && finding.IsFatal);

    [Fact]
    public async Task Stores_ClockAnHourOff_IsFound()
    {
        var ahead = new ManualClock(_clock.GetUtcNow() + TimeSpan.FromHours(1));

        (await ExamineStoresAsync(clock: ahead)).ShouldContain(finding => finding.Code == "clock-skew" && finding.Found.Contains("60 minutes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stores_FilledUnderAnotherKey_AreFound()
    {
        await ExamineStoresAsync();

        (await ExamineStoresAsync(key: [.. Key.Reverse()])).ShouldContain(finding => finding.Code == "pseudonym-key-changed");
        (await ExamineStoresAsync()).ShouldNotContain(finding => finding.Code == "pseudonym-key-changed");
    }

    [Fact]
    public async Task Shop_SettingsUnreadable_AreFound()
    {
        await PutAsync(BlobLayout.ShopSettings(Shop), "{\"currency\":1}");

        (await ExamineStoresAsync()).ShouldContain(finding => finding.Code == "shop-settings" && finding.Subject == Shop.Value);
    }

    [Fact]
    public async Task Shop_DocumentStoreLost_IsFoundWithTheCommandThatRebuildsIt()
    {
        await new ShopDirectory(_blobs).EnsureListedAsync(Shop, default);
        await PutAsync(GenerationFiles.PointerCopy(Shop), "{}");

        (await ExamineStoresAsync()).ShouldContain(finding => finding.Code == "documents-lost" && finding.Fix.Contains("bundles documents rebuild --shop acme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shop_SnapshotGoneAndModelOld_AreFound()
    {
        await PublishAsync(formatVersion: null);

        var codes = (await ExamineStoresAsync()).Select(finding => finding.Code).ToList();

        codes.ShouldBe(["snapshot-missing", "documents-lost", "stale-model"]);
    }

    [Fact]
    public async Task Shop_GenerationOfAnotherFormat_IsFound()
    {
        await PublishAsync(formatVersion: 99);

        (await ExamineStoresAsync()).ShouldContain(finding => finding.Code == "schema-version" && finding.Found.Contains("99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shop_ModelOfAnOlderFormat_IsFoundAndToldToMigrate()
    {
        await PublishAsync(formatVersion: 1);
        await PutAsync(BlobLayout.ModelManifest(Shop, Identifier.Parse<ModelId>("m1")), """{"formatVersion":0}""");

        (await ExamineStoresAsync()).ShouldContain(finding =>
            finding.Code == "schema-version" && finding.Found.Contains("Model m1", StringComparison.Ordinal) && finding.Fix.Contains("bundles migrate --shop acme", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.6, true)]
    [InlineData(0.1, false)]
    public async Task Shop_InputsDrifted_AreFound(double price, bool found)
    {
        await PublishAsync(formatVersion: 1);
        var drift = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"price\":{price}}}");
        await PutAsync(
            new BlobName(BlobLayout.Jobs, $"{Shop}/drift.json"),
            $$"""{"model":"m1","learned":{"types":{},"products":{},"prices":{},"baskets":{} },"measuredOn":"2026-03-01","drift":{{drift}}}""");

        (await ExamineStoresAsync()).Any(finding => finding.Code == "inputs-drifted" && finding.Found.Contains("price", StringComparison.Ordinal)).ShouldBe(found);
    }

    [Fact]
    public async Task Shop_PointerDamaged_IsFound()
    {
        await new ShopDirectory(_blobs).EnsureListedAsync(Shop, default);
        await _documents.PutManyAsync([new Document(GenerationFiles.Pointer(Shop), "{\"current\":\"g1\",\"history\":[]}"u8.ToArray())], default);

        (await ExamineStoresAsync()).ShouldContain(finding => finding.Code == "pointer-damaged");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<Finding> Examine(Dictionary<string, string?> planted)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Stores:Directory"] = _folder.FullName,
            ["Pseudonyms:Key"] = Convert.ToBase64String(Key),
            ["Schedules:Retrain"] = "0 0 * * * *",
            ["Schedules:Reconcile"] = "0 */10 * * * *",
        };
        foreach (var (name, value) in planted)
        {
            settings[name] = value;
        }

        return SettingsExam.Examine(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    private Task<IReadOnlyList<Finding>> ExamineStoresAsync(IBlobStore? blobs = null, TimeProvider? clock = null, byte[]? key = null) =>
        new StoreExam(blobs ?? _blobs, _documents, new ShopDirectory(blobs ?? _blobs), new Pseudonymizer(key ?? Key), clock ?? _clock).ExamineAsync(default);

    private Task PutAsync(BlobName name, string text) =>
        _blobs.PutAsync(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), BlobCondition.None, default);

    private async Task PublishAsync(int? formatVersion)
    {
        await new ShopDirectory(_blobs).EnsureListedAsync(Shop, default);
        const string Info = """{"generation":"g1","model":"co-occurrence","modelId":"m1","modelTrainedAt":"2026-01-01T00:00:00Z","catalogue":"c","publishedAt":"2026-01-01T00:00:00Z","products":1,"bundles":1}""";
        await _documents.PutManyAsync([new Document(GenerationFiles.Pointer(Shop), System.Text.Encoding.UTF8.GetBytes($"{{\"current\":\"g1\",\"history\":[{Info}]}}"))], default);
        if (formatVersion is { } version)
        {
            var generation = Identifier.Parse<GenerationId>("g1");
            await PutAsync(GenerationFiles.Bundles(Shop, generation), "");
            await PutAsync(
                GenerationFiles.Manifest(Shop, generation),
                $$"""{"formatVersion":{{version}},"shop":"acme","generation":"g1","model":"co-occurrence","modelId":"m1","modelTrainedAt":"2026-01-01T00:00:00Z","catalogue":"c","products":1,"bundles":1,"homeBundles":1,"prices":{},"sha256":"00"}""");
        }
    }
}
