using System.Globalization;
using System.Text;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Wire;

/// <summary>The real adapter for Azure, with a service behind it whose n-th request goes wrong on the wire.</summary>
[RequiresAzurite]
public sealed class AzureFaultTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Events = 30;
    private const int Tries = 4;
    private static readonly ManualClock Clock = new();

    [ContractFact]
    public Task Ingest_ServerErrorAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.ServerError);

    [ContractFact]
    public Task Ingest_BusyAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.Busy);

    [ContractFact]
    public Task Ingest_ResetAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.Reset);

    [ContractFact]
    public Task Ingest_AnswerLostAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.AnswerLost);

    [ContractFact]
    public Task Ingest_ShortBodyAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.ShortBody);

    [ContractFact]
    public Task Ingest_SlowBodyAtEveryRequest_EndsWithTheLakeOfAGoodDay() => EveryRequestAsync(ProxyFault.SlowBody);

    [ContractFact]
    public Task Ingest_EveryBodyOfTheRawBlobShort_GivesUpAndNeverTakesItForWhole() => EveryBodyAsync(ProxyFault.ShortBody);

    [ContractFact]
    public Task Ingest_EveryBodyOfTheRawBlobSlow_GivesUpAndNeverTakesItForWhole() => EveryBodyAsync(ProxyFault.SlowBody);

    private async Task EveryBodyAsync(ProxyFault fault)
    {
        await using var proxy = await FaultyProxy.StartAsync(azurite.ServiceAddress);
        var shop = Shop($"every-{fault}", 0);
        var store = Store(proxy);
        await DropAsync(store, shop);
        proxy.Faults = (_, request) => request.Method == "GET" && request.Path.Value!.Contains("/events/", StringComparison.Ordinal) ? fault : null;

        (await Should.ThrowAsync<StoreException>(() => IngestAsync(store, shop))).IsTransient.ShouldBeTrue();
        (await EventsAsync(store, shop)).ShouldBeEmpty();

        proxy.Faults = (_, _) => null;
        (await IngestAsync(store, shop)).Accepted.ShouldBe(Events);
    }

    [ContractFact]
    public Task Ingest_ServiceBusyFromARequestOn_GivesUpWithinItsTriesAndConvergesLater() => FromARequestOnAsync(ProxyFault.Busy);

    [ContractFact]
    public Task Ingest_ServiceGoneFromARequestOn_GivesUpWithinItsTriesAndConvergesLater() => FromARequestOnAsync(ProxyFault.Reset);

    private async Task FromARequestOnAsync(ProxyFault fault)
    {
        await using var proxy = await FaultyProxy.StartAsync(azurite.ServiceAddress);
        for (var from = 1; ; from += 3)
        {
            var shop = Shop($"gone-{fault}", from);
            var store = Store(proxy);
            await DropAsync(store, shop);
            proxy.Requests = 0;
            proxy.Faults = (number, _) => number >= from ? fault : null;
            var failure = await Record.ExceptionAsync(() => IngestAsync(store, shop));
            if (failure is null)
            {
                from.ShouldBeGreaterThan(6);
                return;
            }

            failure.ShouldBeOfType<StoreException>().IsTransient.ShouldBeTrue();
            proxy.Requests.ShouldBeLessThan(from + (3 * (Tries + 1)), "tries are bounded");
            proxy.Faults = (_, _) => null;
            (await EventsAsync(store, shop)).Count.ShouldBeOneOf(0, Events);
            await IngestAsync(store, shop);
            (await EventsAsync(store, shop)).Count.ShouldBe(Events);
        }
    }

    private async Task EveryRequestAsync(ProxyFault fault)
    {
        await using var proxy = await FaultyProxy.StartAsync(azurite.ServiceAddress);
        for (var number = 1; ; number++)
        {
            var shop = Shop(fault.ToString(), number);
            var store = Store(proxy);
            await DropAsync(store, shop);
            proxy.Requests = 0;
            proxy.Faults = (n, _) => n == number ? fault : null;
            var failure = await Record.ExceptionAsync(() => IngestAsync(store, shop));
            var needed = proxy.Requests;
            proxy.Faults = (_, _) => null;

            // The SDK tries again by itself, but for the body of an answer that says no: one that is cut may end in a reset.
            (failure is null || (failure is StoreException { IsTransient: true } && fault is ProxyFault.SlowBody or ProxyFault.ShortBody)).ShouldBeTrue($"request {number}: {failure}");
            (await EventsAsync(store, shop)).Count.ShouldBeOneOf(failure is null ? [Events] : [0, Events], $"request {number}");
            await IngestAsync(store, shop);
            (await EventsAsync(store, shop)).Count.ShouldBe(Events, $"request {number}");
            (await IngestAsync(store, shop)).Status.ShouldBe(IntakeStatus.AlreadyIngested, $"request {number}");
            if (needed < number)
            {
                number.ShouldBeGreaterThan(6);
                return;
            }
        }
    }

    private AzureBlobStore Store(FaultyProxy proxy) => new(new AzureBlobOptions
    {
        ConnectionString = azurite.ConnectionString.Replace(azurite.ServiceAddress.ToString(), proxy.Address.ToString(), StringComparison.Ordinal),
        MaxRetries = Tries,
        RetryDelay = TimeSpan.FromMilliseconds(5),
        MaxRetryDelay = TimeSpan.FromMilliseconds(20),
        NetworkTimeout = TimeSpan.FromMilliseconds(500),
    });

    private static Task<IntakeReport> IngestAsync(AzureBlobStore store, ShopId shop) =>
        new EventIntake(store, new ShopDirectory(store), Porch.Pseudonymizer, new CsvRows(), Clock).IngestAsync(Raw(shop), default);

    private static ValueTask<List<ShopEvent>> EventsAsync(AzureBlobStore store, ShopId shop) => new LakeReader(store).ReadAsync(shop, default).ToListAsync();

    private static async Task DropAsync(AzureBlobStore store, ShopId shop)
    {
        var lines = Enumerable.Range(0, Events).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"eventId":"e{{i}}","type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":"u{{i}}","items":[{"productId":"p{{i}}"}]}"""));
        var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Append("{broken"))));
        await store.PutAsync(Raw(shop), content, BlobCondition.None, default);
    }

    private static BlobName Raw(ShopId shop) => new(BlobLayout.Events, $"{shop}/a.ndjson");

    private static ShopId Shop(string what, int number) =>
        Identifier.Parse<ShopId>(string.Create(CultureInfo.InvariantCulture, $"{what.ToLowerInvariant()}-{number}"));
}
