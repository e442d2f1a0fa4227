using System.Globalization;
using System.Text.Json;
using BundleFunctions.LocalHost.Tests.Harness;
using BundleFunctions.LocalHost.Tests.Samples;
using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.LocalHost.Tests.Blobs;

public sealed class BlobDeliveryTests
{
    [Fact]
    public async Task Drop_NewBlobs_EachReachesItsFunctionOnceWithItsParameters()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)]);

        await host.DropAsync("events/demo/2026/a.ndjson", "one");
        await host.DropAsync("models/demo/m1/edges.bin");
        await host.DropAsync("models/demo/m1/manifest.json");
        await host.LinesAsync(2);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.Order(StringComparer.Ordinal).ShouldBe(["demo/2026/a.ndjson=one", "publish demo m1"]);
        (await host.RecordsAsync("receipts/")).Count.ShouldBe(2);
        (await host.RecordsAsync("poison/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_NewVersion_IsANewDeliveryAndReplacesTheReceipt()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)]);

        await host.DropAsync("events/demo/a", "one");
        await host.LinesAsync(1);
        await host.DropAsync("events/demo/a", "two");
        await host.LinesAsync(2);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.ShouldBe(["demo/a=one", "demo/a=two"]);
        (await host.RecordsAsync("receipts/")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Restart_FinishedIsNotRedeliveredAndUnfinishedIs()
    {
        var blobs = new InMemoryBlobStore();
        var first = await HostUnderTest.StartAsync([typeof(BlobSamples)], blobs, settings: ("LocalHost:DrainTimeout", "00:00:00"));
        await first.DropAsync("events/demo/finished", "1");
        await first.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();
        first.Journal.Then = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        await first.DropAsync("events/demo/killed", "2");
        await first.LinesAsync(2);
        await first.StopAsync();
        await first.DisposeAsync();

        await using var second = await HostUnderTest.StartAsync([typeof(BlobSamples)], blobs);
        await second.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();

        second.Journal.Lines.ShouldBe(["demo/killed=2"]);
    }

    [Fact]
    public async Task Fail_FiveTimes_IsSetAsideAndOthersFlowOn()
    {
        var blobs = new InMemoryBlobStore();
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)], blobs, settings: ("LocalHost:BlobConcurrency", "1"));
        host.Journal.Then = (line, _) => line.StartsWith("demo/bad", StringComparison.Ordinal)
            ? throw new InvalidDataException("line 3 is no event")
            : Task.CompletedTask;

        await host.DropAsync("events/demo/bad", "x");
        await host.DropAsync("events/demo/good", "y");
        await host.LinesAsync(6);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Count("demo/bad=x").ShouldBe(5);
        host.Journal.Count("demo/good=y").ShouldBe(1);
        var poison = (await host.RecordsAsync("poison/Ingest/")).ShouldHaveSingleItem();
        await using var content = await blobs.OpenAsync(poison.Name, CancellationToken.None);
        using var record = await JsonDocument.ParseAsync(content!.Content);
        record.RootElement.GetProperty("blob").GetString().ShouldBe("events/demo/bad");
        record.RootElement.GetProperty("tries").GetInt32().ShouldBe(5);
        record.RootElement.GetProperty("error").GetString()!.ShouldContain("line 3 is no event");
        record.RootElement.GetProperty("function").GetString().ShouldBe("Ingest");
        record.RootElement.GetProperty("eTag").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Replay_PoisonAfterAFix_IsDeliveredAndClearsTheRecord()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)], settings: ("LocalHost:BlobTries", "1"));
        host.Journal.Then = (_, _) => throw new InvalidDataException();
        await host.DropAsync("events/demo/a", "x");
        await host.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();
        (await host.RecordsAsync("poison/")).Count.ShouldBe(1);

        host.Journal.Then = (_, _) => Task.CompletedTask;
        using var answer = await host.Client.PostAsync("/admin/functions/Ingest", new StringContent("""{"input":"events/demo/a"}"""));
        await host.LinesAsync(2);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.Count.ShouldBe(2);
        (await host.RecordsAsync("poison/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fail_BlobDeletedMeanwhile_IsSkippedWithoutPoison()
    {
        var blobs = new InMemoryBlobStore();
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)], blobs);
        host.Journal.Then = async (_, cancellationToken) =>
        {
            await blobs.DeleteAsync(new BlobName("events", "demo/a"), ifMatch: null, cancellationToken);
            throw new FileNotFoundException();
        };

        await host.DropAsync("events/demo/a");
        await host.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.Count.ShouldBe(1);
        (await host.RecordsAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_ManyBlobs_RunsSeveralAtOnceAndEachOnce()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)]);
        var (running, most) = (0, 0);
        host.Journal.Then = async (_, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(5, cancellationToken);
            Interlocked.Decrement(ref running);
        };

        for (var i = 0; i < 60; i++)
        {
            await host.DropAsync(string.Create(CultureInfo.InvariantCulture, $"events/demo/{i}"));
        }
        await host.LinesAsync(60);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        host.Journal.Lines.Count.ShouldBe(60);
        most.ShouldBeInRange(2, 4);
    }

    [Fact]
    public async Task Delete_SettledBlob_DropsItsReceipt()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)]);
        await host.DropAsync("events/demo/a");
        await host.DropAsync("events/demo/b");
        await host.LinesAsync(2);
        await HostUnderTest.SeveralPollsAsync();

        await host.Blobs.DeleteAsync(new BlobName("events", "demo/a"), ifMatch: null, CancellationToken.None);
        await HostUnderTest.SeveralPollsAsync();

        (await host.RecordsAsync("receipts/")).Count.ShouldBe(1);
        host.Journal.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Store_FailsForAWhile_CostsNoTryAndLosesNothing()
    {
        var store = new FaultyBlobStore(new InMemoryBlobStore());
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)], store, settings: ("LocalHost:BlobTries", "2"));
        store.Fails = true;
        await Task.Delay(50);
        store.FailsListing = false;
        await host.DropAsync("events/demo/a", "x");
        await HostUnderTest.SeveralPollsAsync();
        host.Journal.Lines.ShouldBeEmpty();

        store.Fails = false;
        await host.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.ShouldBe(["demo/a=x"]);
        (await host.RecordsAsync("poison/")).ShouldBeEmpty();
    }
}
