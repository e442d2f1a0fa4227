using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Merges one day: all its events sorted, each once, in new parts; then one write that makes them count instead of the old.</summary>
internal sealed class DayMerge(IBlobStore blobs, ShopId shop)
{
    // What a part holds follows from the day's events alone, and so does where one part ends and the next begins.
    private const int EventsPerPart = 1 << 19;

    /// <param name="day">The day as it was read.</param>
    /// <param name="etag">Its version; null where there is none yet.</param>
    /// <param name="parts">All parts that count, merged ones with them.</param>
    /// <param name="report">To be added to.</param>
    /// <param name="cancellationToken">Stops before the new parts count.</param>
    public async Task<CompactionReport> RunAsync(
        LakeDay day, string? etag, List<LakePart> parts, CompactionReport report, CancellationToken cancellationToken)
    {
        if (parts.Sum(part => part.Events) > LakeCompactor.MaxEvents)
        {
            return report with { TooLarge = report.TooLarge + 1 };
        }

        var events = new EventColumns(new TextTable());
        var reader = new LakePartReader(blobs);
        foreach (var part in parts)
        {
            // Erased or merged since its name was read; if it was lost, whoever reads the lake says so.
            if (!await reader.TryReadAsync(part, events, EventFields.All, cancellationToken))
            {
                return report with { Overtaken = report.Overtaken + 1 };
            }
        }

        var rows = StableEventOrder.SortDistinct(events, new EventMaker(events));
        var merged = await WriteAsync(day.Day, events, rows, cancellationToken);
        var now = merged.Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        var before = day.Parts.Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        string[] added = [.. parts.Select(part => part.Path).Where(path => !before.Contains(path))];
        var next = day with
        {
            Parts = merged,
            Replaces = [.. day.Replaces.Concat(added).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Leftovers = [.. day.Leftovers.Concat(added).Concat(before).Where(path => !now.Contains(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };

        // Where somebody else was first, the new files are nobody's, and the broom finds them.
        return await new LakeDays(blobs, shop).WriteAsync(next, etag, cancellationToken) is null
            ? report with { Overtaken = report.Overtaken + 1 }
            : report with
            {
                Days = report.Days + 1,
                PartsBefore = report.PartsBefore + parts.Count,
                PartsAfter = report.PartsAfter + merged.Count,
                Duplicates = report.Duplicates + events.Count - rows.Length,
            };
    }

    private async Task<List<LakePart>> WriteAsync(string day, EventColumns events, int[] rows, CancellationToken cancellationToken)
    {
        var merged = new List<LakePart>();
        var part = new EventColumns(events.Texts);
        var writer = new LakePartWriter(blobs, shop);
        for (var start = 0; start < rows.Length; start += EventsPerPart)
        {
            part.Clear();
            foreach (var row in rows.AsSpan(start, Math.Min(EventsPerPart, rows.Length - start)))
            {
                part.Append(events, row);
            }

            merged.Add(await writer.WriteMergedAsync(day, part, cancellationToken));
        }

        return merged;
    }
}
