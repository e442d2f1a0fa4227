using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.Attached;

/// <summary>Training in a container of this machine keeps the contract; and what stands on the engine's command line.</summary>
public sealed class ContainerJobsContractTests : AttachedJobsContract
{
    private const string Secret = "AccountName=shop;AccountKey=hush";
    private ContainerJobOptions _container;
    private BlobStoreKind _blobs = BlobStoreKind.Azure;

    public ContainerJobsContractTests() => _container = new ContainerJobOptions { Engine = FakeDocker.Write(Place, Trainer) };

    internal override IJobWay Way => new ContainerJobWay(
        _container,
        new StoreSettings
        {
            Directory = Place,
            Blobs = _blobs,
            Documents = _blobs == BlobStoreKind.Folder ? DocumentStoreKind.Sqlite : DocumentStoreKind.Cosmos,
            BlobConnectionString = _blobs == BlobStoreKind.Azure ? Secret : null,
            CosmosEndpoint = _blobs == BlobStoreKind.Azure ? new Uri("https://shop.documents.azure.com/") : null,
        },
        "a-pseudonym-key",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Training__MaxSeconds"] = "900" },
        Options,
        Clock);

    [Fact]
    public async Task Start_StoresInTheCloud_AreHandedOverByTheEnvironmentAlone()
    {
        _container = _container with { Network = "host", User = "1000:1000" };
        var jobs = OpenHost();

        await StartAsync(jobs, "t1");
        await WaitUntilRunningAsync(jobs, "t1");

        var run = RunLine();
        run.ShouldStartWith("run --rm --interactive --name bundles-train-demo --label bundles.shop=demo --label bundles.tick=t1 --network host --user 1000:1000 --env Stores__Directory ");
        run.ShouldEndWith(" bundlefunctions-trainer:cpu train --shop demo --stop-with-input");
        run.ShouldNotContain("hush");
        run.ShouldNotContain("a-pseudonym-key");
        run.ShouldNotContain("--volume");
        var environment = File.ReadAllLines(Path.Combine(Place, "t1.env"));
        environment.ShouldContain($"ShopStorage={Secret}");
        environment.ShouldContain("Pseudonyms__Key=a-pseudonym-key");
        environment.ShouldContain("Stores__Blobs=Azure");
        environment.ShouldContain("Training__MaxSeconds=900");
        environment.ShouldNotContain(line => line.StartsWith("Cosmos__Key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_StoresInAFolderAndADeepRun_MountsTheFolderAndTakesTheGpus()
    {
        _blobs = BlobStoreKind.Folder;
        var jobs = OpenHost();

        await jobs.StartAsync(new TrainingJobRequest(Shop, "t1") { Plan = new TrainingPlan(true, ComputeProfile.Gpu, "much") }, Token);
        await WaitUntilRunningAsync(jobs, "t1");

        RunLine().ShouldContain($" --gpus all --volume {Place}:/data ");
        RunLine().ShouldEndWith(" bundlefunctions-trainer:cuda train --shop demo --stop-with-input --deep");
        File.ReadAllLines(Path.Combine(Place, "t1.env")).ShouldContain("Stores__Directory=/data");
    }

    [Fact]
    public async Task Start_ContainerOfADeadHostIsLeft_IsRemovedFirst()
    {
        using var leftover = System.Diagnostics.Process.Start("sleep", "600");
        await File.WriteAllTextAsync(Path.Combine(Place, "bundles-train-demo.pid"), $"{leftover.Id}");
        var jobs = OpenHost();

        await RunAsync(jobs, "t1", success: true);

        await leftover.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        (await jobs.FindLatestAsync(Shop, Token))!.State.ShouldBe(TrainingJobState.Succeeded);
    }

    [Fact]
    public async Task Cancel_ContainerDoesNotHearItsInput_IsKilledByTheEngine()
    {
        _container = _container with { Engine = FakeDocker.Write(Place, "echo on >> \"$PLACE/$1.on\"; sleep 600 & echo $! > \"$PLACE/$name.pid\"; wait") };
        Options = Options with { Grace = TimeSpan.FromMilliseconds(50) };
        var jobs = OpenHost();
        await StartAsync(jobs, "t1");
        await WaitUntilRunningAsync(jobs, "t1");

        await jobs.CancelAsync(Shop, "t1", Token);

        (await EndOfAsync(jobs, "t1")).State.ShouldBe(TrainingJobState.Cancelled);
        File.ReadAllLines(Path.Combine(Place, "calls")).ShouldBe(
            ["rm --force bundles-train-demo", RunLine(), "rm --force bundles-train-demo"]);
    }

    [Fact]
    public async Task Start_NoEngine_FailsWithItsName()
    {
        _container = _container with { Engine = "/nowhere/docker" };

        (await Should.ThrowAsync<TrainingJobException>(() => StartAsync(OpenHost(), "t1"))).Message.ShouldContain("/nowhere/docker");
        (await OpenHost().FindLatestAsync(Shop, Token))!.State.ShouldBe(TrainingJobState.Failed);
    }

    [Theory]
    [InlineData("", "i", "g", "Engine")]
    [InlineData("docker", "--privileged", "g", "Image")]
    [InlineData("docker", "i", "two words", "GpuImage")]
    public void Validate_EachFault_IsNamed(string engine, string image, string gpuImage, string setting) =>
        new ContainerJobOptions { Engine = engine, Image = image, GpuImage = gpuImage }.Validate()!.ShouldContain(setting);

    private string RunLine() => File.ReadAllLines(Path.Combine(Place, "calls")).Single(line => line.StartsWith("run ", StringComparison.Ordinal));
}
