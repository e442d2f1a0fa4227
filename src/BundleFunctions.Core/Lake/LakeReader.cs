using System.Runtime.CompilerServices;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;

namespace BundleFunctions.Lake;

/// <summary>Reads a shop's events out of the lake: each event id once, in a stable order.</summary>
/// <remarks>Memory: one day of events as columns, and 21 to 43 bytes for each event id of the whole lake.</remarks>
public sealed class LakeReader(IBlobStore blobs)
{
    private const int MaxTexts = 8 * 1024 * 1024;
    private const int MaxReloads = 5;

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
        var days = await LakeIndex.ReadAsync(blobs, shop, first, last, cancellationToken);
        var people = await PeopleFilter.ReadErasedAsync(blobs, shop, cancellationToken);
        var seen = new EventIdSet();
        var reader = new LakePartReader(blobs);
        var day = new EventColumns(new TextTable());
        var maker = new EventMaker(day);
        foreach (var (name, parts) in days)
        {
            if (day.Texts.Length > MaxTexts)
            {
                day.Texts.Clear();
                maker = new EventMaker(day);
            }

            await ReadDayAsync(reader, shop, name, parts, day, cancellationToken);

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

    private async Task ReadDayAsync(
        LakePartReader reader, ShopId shop, string name, List<LakePart> parts, EventColumns into, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxReloads; attempt++)
        {
            into.Clear();
            var missing = false;
            foreach (var part in parts)
            {
                missing |= !await reader.TryReadAsync(part, into, EventFields.All, cancellationToken);
            }

            if (!missing)
            {
                return;
            }

            // Merged or erased meanwhile? Then others have taken the place of these parts.
            parts = (await LakeIndex.ReadAsync(blobs, shop, cancellationToken)).GetValueOrDefault(name) ?? [];
        }

        throw new InvalidDataException($"Parts of {shop}'s day {name} are missing, although they count: {string.Join(", ", parts.Select(part => part.Path))}.");
    }
}
