using System.Globalization;
using System.Runtime.CompilerServices;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;

namespace BundleFunctions.Lake;

/// <summary>Reads a shop's events out of the lake: each event id once, in a stable order.</summary>
/// <remarks>Memory: one day of events as columns, and 16 bytes for each event id of the whole lake.</remarks>
public sealed class LakeReader(IBlobStore blobs)
{
    private const int MaxTexts = 8 * 1024 * 1024;

    /// <summary>All committed events, day by day, within a day by <see cref="ShopEvent.OccurredAt"/>, then by id. Of several events under
    /// one id the first in this order is given and the others are left out, so the order in which files came in does not matter.</summary>
    /// <exception cref="InvalidDataException">A committed part is missing or was changed.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public IAsyncEnumerable<ShopEvent> ReadAsync(ShopId shop, CancellationToken cancellationToken) =>
        ReadAsync(shop, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);

    /// <summary>The same of some days alone: parts of other days are not opened, so an id that stood on one of them is new.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="first">First day, UTC.</param>
    /// <param name="last">Last day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <inheritdoc cref="ReadAsync(ShopId, CancellationToken)" path="/exception"/>
    public async IAsyncEnumerable<ShopEvent> ReadAsync(
        ShopId shop, DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, through) = (Day(first), Day(last));
        var days = new SortedDictionary<string, List<LakePart>>(StringComparer.Ordinal);
        foreach (var part in (await LakeCommits.ReadAsync(blobs, shop, cancellationToken)).SelectMany(commit => commit.Parts))
        {
            if (string.CompareOrdinal(part.Day, from) < 0 || string.CompareOrdinal(part.Day, through) > 0)
            {
                continue;
            }

            if (!days.TryGetValue(part.Day, out var parts))
            {
                days.Add(part.Day, parts = []);
            }

            parts.Add(part);
        }

        var people = await PeopleFilter.ReadErasedAsync(blobs, shop, cancellationToken);
        var seen = new EventIdSet();
        var reader = new LakePartReader(blobs);
        var day = new EventColumns(new TextTable());
        var maker = new EventMaker(day);
        foreach (var parts in days.Values)
        {
            day.Clear();
            if (day.Texts.Length > MaxTexts)
            {
                day.Texts.Clear();
                maker = new EventMaker(day);
            }

            foreach (var part in parts)
            {
                await reader.ReadAsync(part, day, EventFields.All, cancellationToken);
            }

            foreach (var row in StableEventOrder.Sort(day, maker))
            {
                var shopEvent = maker.Make(row);
                if (!people.IsErased(shopEvent) && seen.Add(day.EventIds[row]))
                {
                    yield return shopEvent;
                }
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
