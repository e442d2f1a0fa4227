using System.Globalization;
using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.DemoShop.Dirt;
using BundleFunctions.DemoShop.Sessions;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Files;

/// <summary>
/// Writes one day's events, with the bad lines strewn in and the repeated ones at the end. Days are written in turn,
/// since some lines repeat the day before.
/// </summary>
internal sealed class DayFileWriter(DemoShopOptions options, SeededCatalogue catalogue)
{
    private byte[]? _yesterday;

    public DemoFile Write(int day, IReadOnlyList<DemoEvent> events)
    {
        var random = SeededRandom.ForStream(options.Seed, "dirt", (ulong)day);
        var date = options.FirstDay.AddDays(day);
        var zipped = options.GzipEvery > 0 && (day + 1) % options.GzipEvery == 0;
        var name = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (zipped ? ".ndjson.gz" : ".ndjson");
        var path = $"{DemoFile.Folder(DemoFileKind.Events)}/{name}";
        var stamp = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

        var buffer = new NdjsonBuffer();
        var good = new List<Range>(events.Count);
        var dirt = new List<PlantedDirt>();
        var pending = DirtPlan.Dirt(options, day)
            .Select(bad => (Before: random.NextInt32(events.Count), bad.Number, bad.Kind))
            .ToLookup(bad => bad.Before);
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var (_, number, kind) in pending[i])
            {
                var product = catalogue.Items[random.NextInt32(catalogue.Items.Count)].Product;
                buffer.AddLine(DirtyLine.Make(number, kind, events[i].OccurredAt, product));
                dirt.Add(new PlantedDirt(path, buffer.Lines, kind));
            }

            var eventId = string.Create(CultureInfo.InvariantCulture, $"e-{stamp}-{i + 1:00000}");
            good.Add(buffer.AddLine(json => EventWriter.Write(json, events[i], eventId)));
        }

        var duplicates = RepeatLines(buffer, good, day, random);
        _yesterday = buffer.Copy(good[random.NextInt32(good.Count)]);
        return new DemoFile
        {
            Kind = DemoFileKind.Events,
            Name = name,
            Content = zipped ? StoredGzip.Wrap(buffer.ToMemory().Span) : buffer.ToMemory(),
            Lines = buffer.Lines,
            Dirt = dirt,
            DuplicateLines = duplicates,
        };
    }

    /// <summary>Every other repeated line is of the day before, as when a shop's export overlaps.</summary>
    private int RepeatLines(NdjsonBuffer buffer, List<Range> good, int day, SeededRandom random)
    {
        var repeated = 0;
        foreach (var number in DirtPlan.Duplicates(options, day))
        {
            var today = buffer.Copy(good[random.NextInt32(good.Count)]);
            buffer.AddLine(number % 2 == 1 && _yesterday is not null ? _yesterday : today);
            repeated++;
        }

        return repeated;
    }
}
