using System.Text.Json.Nodes;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.ContainerApps;

/// <summary>What is asked of Azure Container Apps, and what comes of every way in which it can go wrong.</summary>
public sealed class ContainerAppsJobsTests : IDisposable
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    private readonly InMemoryBlobStore _blobs = new();
    private readonly ManualClock _clock = new();
    private readonly AppsUnderTest _apps;

    public ContainerAppsJobsTests() => _apps = new AppsUnderTest(_blobs, _clock);

    private ContainerAppsStandIn Service => _apps.Service;

    public void Dispose()
    {
        Service.Complaints.ShouldBeEmpty();
        _apps.Dispose();
    }

    [Fact]
    public async Task Start_DeepRunOnTheGpu_AsksTheGpuJobWithItsWholeTemplateAndNoSecret()
    {
        var request = new TrainingJobRequest(Shop, "t1") { Plan = new TrainingPlan(true, ComputeProfile.Gpu, "much") };

        var job = await _apps.OpenHost().StartAsync(request, Token);

        var execution = Service.Executions.ShouldHaveSingleItem();
        execution.Job.ShouldBe("train-gpu");
        JsonNode.DeepEquals(execution.Template, JsonNode.Parse("""
            {"containers":[{
              "image":"registry.example/trainer:cuda","name":"trainer","command":["bundles"],
              "args":["train","--shop","demo","--deep"],
              "env":[
                {"name":"Pseudonyms__Key","secretRef":"pseudonym-key"},
                {"name":"BUNDLES_RUN","value":"demo/t1"},
                {"name":"ShopStorage__serviceUri","value":"https://shop.blob.core.windows.net/"},
                {"name":"Cosmos__Endpoint","value":"https://shop.documents.azure.com/"},
                {"name":"Cosmos__Database","value":"bundles"},
                {"name":"Cosmos__Container","value":"bundles"},
                {"name":"Training__Deep","value":"vae"}],
              "resources":{"cpu":8,"memory":"56Gi"}}]}
            """)).ShouldBeTrue(execution.Template.ToJsonString());
        execution.Template.ToJsonString().ShouldNotContain("secret\"");
        _apps.Credential.Scopes.Distinct(StringComparer.Ordinal).ShouldBe(["https://management.azure.com/.default"]);
        job.LogLink!.AbsoluteUri.ShouldStartWith(
            "https://portal.azure.com/#resource/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/shop-rg/providers/Microsoft.App/jobs/train-gpu");
    }

    [Fact]
    public async Task Start_ResourcesAreSet_ReplaceThoseOfTheJob()
    {
        _apps.Apps = _apps.Apps with { Cpu = 2.5, Memory = "5Gi" };

        await StartAsync("t1");

        JsonNode.DeepEquals(Service.Executions.Single().Container["resources"], JsonNode.Parse("""{"cpu":2.5,"memory":"5Gi"}""")).ShouldBeTrue();
        Service.Executions.Single().Job.ShouldBe("train-cpu");
        Service.Executions.Single().Variable("Training__Deep").ShouldBe("vae");
    }

    [Fact]
    public async Task Start_PlanChoseClassicalModels_TheSettingDoesNotBringDeepOnesBack()
    {
        await _apps.OpenHost().StartAsync(new TrainingJobRequest(Shop, "t1") { Plan = new TrainingPlan(false, ComputeProfile.Cpu, "too little") }, Token);

        Service.Executions.Single().Variable("Training__Deep").ShouldBe("false");
        Service.Executions.Single().Container["args"]!.ToJsonString().ShouldBe("""["train","--shop","demo"]""");
    }

    [Theory]
    [InlineData(StandInFault.Throttled)]
    [InlineData(StandInFault.Error)]
    [InlineData(StandInFault.Unavailable)]
    [InlineData(StandInFault.Unreachable)]
    [InlineData(StandInFault.ErrorAfterwards)]
    [InlineData(StandInFault.AnswerLost)]
    [InlineData(StandInFault.AnswerHangs)]
    [InlineData(StandInFault.Garbage)]
    [InlineData(StandInFault.WrongShape)]
    [InlineData(StandInFault.Accepted)]
    public async Task Start_AnswerToTheStartIsBad_StartsOnceAndFindsIt(StandInFault fault)
    {
        Service.Fault = (kind, before) => kind == "POST start" && before == 0 ? fault : StandInFault.None;

        (await StartAsync("t1")).State.ShouldBe(TrainingJobState.Running);

        var execution = Service.Executions.ShouldHaveSingleItem();
        Service.End(execution, "Succeeded");
        (await LatestAsync()).State.ShouldBe(TrainingJobState.Succeeded);
    }

    [Theory]
    [InlineData(StandInFault.AnswerLost)]
    [InlineData(StandInFault.Accepted)]
    public async Task Start_AnswerLostAndTheRunIsShownLate_IsNotStartedTwice(StandInFault fault)
    {
        Service.HideFor = 2;
        Service.Fault = (kind, _) => kind == "POST start" ? fault : StandInFault.None;

        await StartAsync("t1");

        Service.Executions.Count.ShouldBe(1);
        (await LatestAsync()).Message!.ShouldContain("train-cpu-0000");
    }

    [Fact]
    public async Task Start_AnswerLostAndTheRunIsShownTooLate_TheSurplusIsStopped()
    {
        Service.HideFor = 5;
        Service.Fault = (kind, before) => kind == "POST start" && before == 0 ? StandInFault.AnswerLost : StandInFault.None;

        await StartAsync("t1");
        Service.Executions.Count.ShouldBe(2);

        // The second has a name, and the record keeps it; the first comes to light later.
        for (var look = 0; look < 6; look++)
        {
            await LatestAsync();
        }

        Service.Executions.Select(execution => execution.Status).ShouldBe(["Stopped", "Running"]);
    }

    [Theory]
    [InlineData(StandInFault.Garbage, 1)]
    [InlineData(StandInFault.WrongShape, 1)]
    [InlineData(StandInFault.Error, 3)]
    [InlineData(StandInFault.Unreachable, 3)]
    [InlineData(StandInFault.Throttled, 3)]
    [InlineData(StandInFault.Forbidden, 1)]
    public async Task Start_JobCannotBeRead_FailsAndTheNextTickIsFree(StandInFault fault, int tries)
    {
        Service.Fault = (kind, _) => kind == "GET job" ? fault : StandInFault.None;

        await Should.ThrowAsync<TrainingJobException>(() => StartAsync("t1"));

        Service.Requests.ShouldBe(Enumerable.Repeat("GET job", tries));
        var failed = await LatestAsync();
        failed.State.ShouldBe(TrainingJobState.Failed);
        failed.Cost!.Seconds.ShouldBe(0);
        Service.Fault = (_, _) => StandInFault.None;
        (await StartAsync("t2")).Tick.ShouldBe("t2");
    }

    [Theory]
    [InlineData(StandInFault.Forbidden)]
    [InlineData(StandInFault.Throttled)]
    public async Task Start_Refused_FailsWithTheReasonAndStartsNothing(StandInFault fault)
    {
        Service.Fault = (kind, _) => kind == "POST start" ? fault : StandInFault.None;

        var error = await Should.ThrowAsync<TrainingJobException>(() => StartAsync("t1"));

        error.Message.ShouldContain(fault == StandInFault.Forbidden ? "403" : "429");
        Service.Executions.ShouldBeEmpty();
        (await LatestAsync()).State.ShouldBe(TrainingJobState.Failed);
    }

    [Fact]
    public async Task Start_NoIdentity_FailsBeforeAnythingIsSent()
    {
        _apps.Credential.IsBroken = true;

        (await Should.ThrowAsync<TrainingJobException>(() => StartAsync("t1"))).Message.ShouldContain("no identity");
        Service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_NeverConfirmedAndNeverSeen_FailsAfterItsPatience()
    {
        Service.Fault = (kind, _) => kind == "POST start" ? StandInFault.Unavailable : StandInFault.None;

        (await StartAsync("t1")).State.ShouldBe(TrainingJobState.Running);
        (await StartAsync("t2")).Tick.ShouldBe("t1");
        _clock.Advance(_apps.Apps.StartPatience + TimeSpan.FromSeconds(1));

        (await LatestAsync()).State.ShouldBe(TrainingJobState.Failed);
        Service.Fault = (_, _) => StandInFault.None;
        (await StartAsync("t2")).Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task FindLatest_HostDiedBetweenStartAndRecord_AdoptsTheRun()
    {
        // The claim of a host that is no more, and the execution that it started.
        await StartAsync("t1");
        var claim = JobRecord.Claim(new TrainingJobRequest(Shop, "t1"), _clock.GetUtcNow());
        var records = new JobRecords(_blobs, _apps.Jobs);
        await records.SwapLatestAsync(Shop, claim, (await records.FindLatestAsync(Shop, Token)).ETag, Token);

        (await StartAsync("t2")).Tick.ShouldBe("t1");

        Service.Executions.Count.ShouldBe(1);
        (await records.FindLatestAsync(Shop, Token)).Record!.Execution.ShouldBe("train-cpu-0000");
    }

    [Fact]
    public async Task FindLatest_HostDiedBeforeTheStart_FailsAfterItsPatience()
    {
        var records = new JobRecords(_blobs, _apps.Jobs);
        await records.SwapLatestAsync(Shop, JobRecord.Claim(new TrainingJobRequest(Shop, "t1"), _clock.GetUtcNow()), null, Token);

        (await LatestAsync()).State.ShouldBe(TrainingJobState.Running);
        _clock.Advance(_apps.Apps.StartPatience + TimeSpan.FromSeconds(1));
        (await LatestAsync()).State.ShouldBe(TrainingJobState.Failed);
        Service.Executions.ShouldBeEmpty();
    }

    [Fact]
    public async Task FindLatest_RunTakesTooLong_IsStopped()
    {
        await StartAsync("t1");
        _clock.Advance(_apps.Jobs.TimeOut + TimeSpan.FromMinutes(1));

        var ended = await LatestAsync();

        ended.State.ShouldBe(TrainingJobState.Failed);
        ended.Message!.ShouldContain("took longer than 01:00:00");
        Service.Executions.Single().Status.ShouldBe("Stopped");
        ended.Cost!.Seconds.ShouldBe(61 * 60);
    }

    [Theory]
    [InlineData(StandInFault.Error)]
    [InlineData(StandInFault.Garbage)]
    [InlineData(StandInFault.WrongShape)]
    [InlineData(StandInFault.Forbidden)]
    [InlineData(StandInFault.Unreachable)]
    public async Task FindLatest_ServiceCannotTell_RunGoesOnUntilItMustBeOver(StandInFault fault)
    {
        await StartAsync("t1");
        Service.Fault = (_, _) => fault;

        (await LatestAsync()).State.ShouldBe(TrainingJobState.Running);
        _clock.Advance(_apps.Jobs.TimeOut + _apps.Apps.StartPatience + TimeSpan.FromMinutes(1));
        (await LatestAsync()).State.ShouldBe(TrainingJobState.Failed);
    }

    [Fact]
    public async Task FindLatest_ExecutionIsForgotten_FailsOnceItMustBeShown()
    {
        await StartAsync("t1");
        Service.Executions.Clear();

        (await LatestAsync()).State.ShouldBe(TrainingJobState.Running);
        _clock.Advance(_apps.Apps.StartPatience + TimeSpan.FromSeconds(1));
        (await LatestAsync()).Message!.ShouldContain("does not know execution");
    }

    [Theory]
    [InlineData("Processing", null, TrainingJobState.Running)]
    [InlineData("Unknown", null, TrainingJobState.Running)]
    [InlineData("Degraded", null, TrainingJobState.Running)]
    [InlineData("Degraded", 1, TrainingJobState.Failed)]
    [InlineData("SomethingNew", 1, TrainingJobState.Failed)]
    [InlineData("Stopped", 1, TrainingJobState.Failed)]
    [InlineData("Failed", null, TrainingJobState.Failed)]
    [InlineData("Succeeded", 1, TrainingJobState.Succeeded)]
    public async Task FindLatest_EveryStatusOfTheService_HasItsState(string status, int? endedAfter, TrainingJobState expected)
    {
        await StartAsync("t1");
        var execution = Service.Executions.Single();
        (execution.Status, execution.EndTime) = (status, endedAfter is { } minutes ? _clock.GetUtcNow().AddMinutes(minutes) : null);

        (await LatestAsync()).State.ShouldBe(expected);
    }

    [Fact]
    public async Task FindLatest_ManyAskAtOnce_LooksOnceAnInterval()
    {
        _apps.Apps = _apps.Apps with { PollInterval = TimeSpan.FromSeconds(10) };
        var host = _apps.OpenHost();
        await host.StartAsync(new TrainingJobRequest(Shop, "t1"), Token);
        for (var i = 0; i < 50; i++)
        {
            await host.FindLatestAsync(Shop, Token);
        }

        Service.Requests.Count(kind => kind == "GET execution").ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(11));
        await host.FindLatestAsync(Shop, Token);
        Service.Requests.Count(kind => kind == "GET execution").ShouldBe(2);
    }

    [Fact]
    public async Task FindLatest_NextPageLiesElsewhere_TheTokenIsNotSentThere()
    {
        for (var i = 0; i < 3; i++)
        {
            await StartAsync($"t{i}");
            Service.End(Service.Executions[^1], "Succeeded");
            await LatestAsync();
        }

        Service.NextPageElsewhere = new Uri("https://elsewhere.example/steal");
        Service.Fault = (kind, _) => kind == "POST start" ? StandInFault.AnswerLost : StandInFault.None;
        await StartAsync("t9");

        // A complaint would say that a request went there.
        (await LatestAsync()).Tick.ShouldBe("t9");
        Service.Executions.Count(execution => execution.Variable("BUNDLES_RUN") == "demo/t9").ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_ServiceRefuses_SaysSoAndCanBeAskedAgain()
    {
        await StartAsync("t1");
        Service.Fault = (kind, _) => kind == "POST stop" ? StandInFault.Forbidden : StandInFault.None;
        await Should.ThrowAsync<TrainingJobException>(() => _apps.OpenHost().CancelAsync(Shop, "t1", Token));

        Service.Fault = (_, _) => StandInFault.None;
        (await _apps.OpenHost().CancelAsync(Shop, "t1", Token))!.State.ShouldBe(TrainingJobState.Cancelled);
    }

    [Fact]
    public void Validate_EachFault_IsNamed()
    {
        var good = _apps.Apps;
        good.Validate().ShouldBeNull();
        (good with { SubscriptionId = "mine" }).Validate()!.ShouldContain("SubscriptionId");
        (good with { ResourceGroup = "a/../b" }).Validate()!.ShouldContain("ResourceGroup");
        (good with { CpuJob = null }).Validate()!.ShouldContain("CpuJob");
        (good with { GpuJob = "a/b" }).Validate()!.ShouldContain("GpuJob");
        (good with { Endpoint = new Uri("http://management.azure.com") }).Validate()!.ShouldContain("https");
        (good with { Cpu = 0 }).Validate()!.ShouldContain("Cpu");
        (good with { RequestTimeOut = TimeSpan.Zero }).Validate()!.ShouldContain("RequestTimeOut");
        (good with { Tries = 0 }).Validate()!.ShouldContain("Tries");
        (good with { RetryDelay = TimeSpan.FromHours(1) }).Validate()!.ShouldContain("RetryDelay");
        (good with { SettleDelay = TimeSpan.FromHours(1) }).Validate()!.ShouldContain("SettleDelay");
        (good with { StartPatience = TimeSpan.Zero }).Validate()!.ShouldContain("StartPatience");
        (good with { PollInterval = TimeSpan.FromSeconds(-1) }).Validate()!.ShouldContain("PollInterval");
    }

    private static CancellationToken Token => CancellationToken.None;

    private Task<TrainingJob> StartAsync(string tick) => _apps.OpenHost().StartAsync(new TrainingJobRequest(Shop, tick), Token);

    private async Task<TrainingJob> LatestAsync() => (await _apps.OpenHost().FindLatestAsync(Shop, Token))!;
}
