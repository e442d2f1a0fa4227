using System.Globalization;
using System.Text;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>One broken line among a million, or as many as <see cref="Sizes.ManyLines"/>.</summary>
public sealed class ManyLinesTests
{
    [Fact]
    public async Task Ingest_OneBrokenLineAmongAMillion_IsTheOnlyOneLost()
    {
        var random = new Random(3);
        var broken = (Sizes.ManyLines / 2) + 7;
        using var file = new MemoryStream();
        for (var line = 1; line <= Sizes.ManyLines; line++)
        {
            var text = EventSamples.Json(random, string.Create(CultureInfo.InvariantCulture, $"e{line}"));
            file.Write(Encoding.UTF8.GetBytes(line == broken ? text.Replace("\"occurredAt\":\"2026", "\"occurredAt\":\"20x6", StringComparison.Ordinal) : text));
            file.WriteByte((byte)'\n');
        }

        var porch = new Porch(new CsvRows());
        var report = await porch.IngestAsync("many.ndjson", file.ToArray());

        (report.RecordsRead, report.Accepted, report.Duplicates).ShouldBe((Sizes.ManyLines, Sizes.ManyLines - 1, 0));
        var reject = (await porch.RejectsAsync()).ShouldHaveSingleItem();
        (reject.File, reject.Line, reject.Field, reject.Code).ShouldBe(("events/acme/many.ndjson", broken, "occurredAt", RejectCodes.TimeInvalid));
        reject.Reason.ShouldNotBeNullOrEmpty();
        (await porch.EventsAsync()).Count.ShouldBe(Sizes.ManyLines - 1);
    }
}
