using System.Text.Json.Nodes;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.ContainerApps;

/// <summary>Hosts whose training runs in a stand-in for Azure Container Apps, with a CPU and a GPU job.</summary>
internal sealed class AppsUnderTest : IDisposable
{
    private readonly HttpClient _http;
    private readonly InMemoryBlobStore _blobs;
    private readonly ManualClock _clock;

    public AppsUnderTest(InMemoryBlobStore blobs, ManualClock clock)
    {
        (_blobs, _clock) = (blobs, clock);
        Service = new ContainerAppsStandIn(clock);
        Service.AddJob("train-cpu", Template("registry.example/trainer:cpu", 4, "8Gi"));
        Service.AddJob("train-gpu", Template("registry.example/trainer:cuda", 8, "56Gi"));
        _http = new HttpClient(Service);
    }

    public ContainerAppsStandIn Service { get; }

    public NotedCredential Credential { get; } = new();

    public ContainerAppsOptions Apps { get; set; } = new()
    {
        SubscriptionId = ContainerAppsStandIn.Subscription,
        ResourceGroup = ContainerAppsStandIn.Group,
        CpuJob = "train-cpu",
        GpuJob = "train-gpu",
        RequestTimeOut = TimeSpan.FromMilliseconds(200),
        Tries = 3,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        SettleDelay = TimeSpan.FromMilliseconds(1),
        PollInterval = TimeSpan.Zero,
    };

    public TrainingJobOptions Jobs { get; set; } = new() { TimeOut = TimeSpan.FromHours(1), GpuPricePerHour = 3.60m };

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal) { ["Training__Deep"] = "vae" };

    public StoreSettings Stores { get; } = new()
    {
        Directory = "unused",
        Blobs = BlobStoreKind.Azure,
        Documents = DocumentStoreKind.Cosmos,
        BlobServiceUri = new Uri("https://shop.blob.core.windows.net/"),
        BlobConnectionString = "AccountName=secret",
        CosmosEndpoint = new Uri("https://shop.documents.azure.com/"),
        CosmosKey = "secret",
    };

    public LeasedTrainingJobs OpenHost()
    {
        var client = new ContainerAppsClient(new ArmClient(_http, Credential, Apps, _clock), Apps);
        return new LeasedTrainingJobs(_blobs, new ContainerAppsJobWay(client, Stores, Settings, Apps, Jobs, _clock), Jobs, _clock, NullLogger<LeasedTrainingJobs>.Instance);
    }

    public void Dispose() => _http.Dispose();

    private static JsonObject Template(string image, double cpu, string memory) => new()
    {
        ["containers"] = new JsonArray(new JsonObject
        {
            ["image"] = image,
            ["name"] = "trainer",
            ["command"] = new JsonArray("bundles"),
            ["args"] = new JsonArray("train", "--help"),
            ["env"] = new JsonArray(
                new JsonObject { ["name"] = "Pseudonyms__Key", ["secretRef"] = "pseudonym-key" },
                new JsonObject { ["name"] = "Cosmos__Database", ["value"] = "of the definition" }),
            ["resources"] = new JsonObject { ["cpu"] = cpu, ["memory"] = memory },
            ["volumeMounts"] = new JsonArray(new JsonObject { ["volumeName"] = "scratch", ["mountPath"] = "/scratch" }),
        }),
        ["volumes"] = new JsonArray(new JsonObject { ["name"] = "scratch", ["storageType"] = "EmptyDir" }),
    };
}
