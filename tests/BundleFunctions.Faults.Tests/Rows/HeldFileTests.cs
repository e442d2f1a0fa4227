using System.Diagnostics.Metrics;
using System.Globalization;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>A file that waits for somebody to mend it must be noticed by somebody.</summary>
public sealed class HeldFileTests
{
    [Fact]
    public async Task Ingest_FileHeld_IsCountedForTheAlarm()
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { MaxRejectShare = 0.1 });
        var held = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == ServiceMeter.Name && instrument.Name == "bundles.intake.files")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            Interlocked.Add(ref held, tags.ToArray().Contains(new("status", nameof(IntakeStatus.Held))) ? count : 0));
        listener.Start();

        var lines = Enumerable.Range(0, 200).Select(i => i % 5 == 0
            ? "{broken" : EventSamples.Json(new Random(i), string.Create(CultureInfo.InvariantCulture, $"e{i}")));
        var report = await porch.IngestAsync("a.ndjson", string.Join('\n', lines));

        (report.Status, report.Accepted, report.Rejected[RejectCodes.HeldWithFile]).ShouldBe((IntakeStatus.Held, 0, 160));
        Interlocked.Read(ref held).ShouldBeGreaterThanOrEqualTo(1);
        (await porch.StateAsync(BlobLayout.Lake)).ShouldBeEmpty();
        (await porch.EventsAsync()).ShouldBeEmpty();
    }
}
