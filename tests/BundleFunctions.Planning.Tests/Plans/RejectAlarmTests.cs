using System.Globalization;
using System.Text;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Plans;
using BundleFunctions.Testing;

namespace BundleFunctions.Planning.Tests.Plans;

/// <summary>A shop that drops a file a day, of whose lines one or two of a hundred cannot be read, and one day thirty of them.</summary>
public sealed class RejectAlarmTests
{
    private const int Days = 80;
    private const int Bad = 70;
    private static readonly DateOnly First = new(2026, 1, 5);

    [Fact]
    public async Task Plan_DayOfManyRefusedLines_IsAnAlarmAndOtherDaysAreNone()
    {
        var porch = new Porch(new CsvRows());
        porch.Clock.Advance(First.AddDays(Days).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - porch.Clock.GetUtcNow().UtcDateTime);
        for (var day = 0; day < Days; day++)
        {
            await porch.IngestAsync($"day{day}.ndjson", File(day, day == Bad ? 30 : 1 + (day % 2)));
        }

        var plan = (await new ShopPlanner(porch.Blobs).PlanAsync(Porch.Shop, new PlanOptions(), default)).ShouldNotBeNull();

        var alarm = plan.Alarms.Where(one => one.Series == "rejectsPerThousandRecords").ShouldHaveSingleItem();
        (alarm.Kind, alarm.Day, Math.Round(alarm.Found)).ShouldBe((AlarmKind.Spike, First.AddDays(Bad), 300));
    }

    private static string File(int day, int bad)
    {
        var text = new StringBuilder();
        for (var line = 0; line < 100; line++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{{\"type\":\"{(line < bad ? "none" : "purchase")}\",\"occurredAt\":\"{First.AddDays(day):yyyy-MM-dd}T10:00:00Z\",\"userId\":\"u{(day * 7) + line}\",\"orderId\":\"o{day}-{line}\",\"items\":[{{\"productId\":\"lamp\",\"quantity\":1,\"unitPrice\":10}}]}}\n");
        }

        return text.ToString();
    }
}
