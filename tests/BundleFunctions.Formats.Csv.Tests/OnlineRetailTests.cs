using System.Globalization;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

public sealed class OnlineRetailTests
{
    private static readonly string[] Days = ["2010-12-01", "2010-12-07", "2011-03-27", "2011-05-05", "2011-07-21", "2011-09-20"];

    [RealDataFact("online-retail")]
    public async Task Ingest_RealDays_CountsEveryReasonAsAnIndependentCountDoes()
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { EventMap = "online-retail" });
        long events = 0;
        foreach (var day in Days)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(RealData.Folder("online-retail"), $"{day}.csv"));
            var wanted = Count(File.ReadAllLines(Path.Combine(RealData.Folder("online-retail"), $"{day}.csv")));

            var report = await porch.IngestAsync($"{day}.csv", bytes);

            report.Status.ShouldBe(IntakeStatus.Ingested);
            $"{report.RecordsRead} {report.Accepted} {report.Duplicates}".ShouldBe($"{wanted.Rows} {wanted.Accepted} {wanted.Duplicates}", day);
            report.Rejected.Select(pair => $"{pair.Key} {pair.Value}").ShouldBe(wanted.Rejected.Select(pair => $"{pair.Key} {pair.Value}"), day);
            events += report.Accepted;
        }

        var read = await porch.EventsAsync();
        ((long)read.Count).ShouldBe(events);
        read.ShouldAllBe(e => e.Items.Count == 1 && e.Items[0].UnitPrice > 0 && e.Items[0].Quantity > 0);
    }

    // Counts by hand, without the reader, the map or the validator.
    private static (long Rows, long Accepted, long Duplicates, SortedDictionary<string, long> Rejected) Count(string[] lines)
    {
        var rejected = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long rows = 0, accepted = 0, duplicates = 0;
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            rows++;
            var fields = Cut(line);
            var isRefund = fields[0][0] == 'C';
            var quantity = int.Parse(fields[3], CultureInfo.InvariantCulture) * (isRefund ? -1 : 1);
            var price = decimal.Parse(fields[5], NumberStyles.Float, CultureInfo.InvariantCulture);
            var code = fields[1].Length < 5 || !fields[1][..5].All(char.IsAsciiDigit) ? "pseudo_product"
                : price <= 0 ? "price_not_positive"
                : quantity < 1 ? "quantity_out_of_range"
                : null;
            if (code is not null)
            {
                rejected[code] = rejected.GetValueOrDefault(code) + 1;
            }
            else if (seen.Add(string.Join('|', fields[0], fields[1], fields[2].Trim(), quantity, fields[4], price.ToString("F4", CultureInfo.InvariantCulture), fields[6])))
            {
                accepted++;
            }
            else
            {
                duplicates++;
            }
        }

        return (rows, accepted, duplicates, rejected);
    }

    private static List<string> Cut(string line)
    {
        var fields = new List<string> { string.Empty };
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                fields.Add(string.Empty);
            }
            else
            {
                fields[^1] += c;
            }
        }

        return fields;
    }
}
