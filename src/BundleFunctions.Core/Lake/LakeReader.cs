using System.Runtime.CompilerServices;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;

namespace BundleFunctions.Lake;

/// <summary>Reads a shop's events out of the lake: each event id once, in a stable order.</summary>
/// <remarks>Memory: one day of events, and 16 bytes for each event id of the whole lake.</remarks>
public sealed class LakeReader(IBlobStore blobs)
{
    /// <summary>All committed events, day by day, within a day by <see cref="ShopEvent.OccurredAt"/>, then by id. Of several events under
    /// one id the first in this order is given and the others are left out, so the order in which files came in does not matter.</summary>
    /// <exception cref="InvalidDataException">A committed part is missing or was changed.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async IAsyncEnumerable<ShopEvent> ReadAsync(ShopId shop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var days = new SortedDictionary<string, List<LakePart>>(StringComparer.Ordinal);
        foreach (var part in (await LakeCommits.ReadAsync(blobs, shop, cancellationToken)).SelectMany(commit => commit.Parts))
        {
            if (!days.TryGetValue(part.Day, out var parts))
            {
                days.Add(part.Day, parts = []);
            }

            parts.Add(part);
        }

        var people = await PeopleFilter.ReadErasedAsync(blobs, shop, cancellationToken);
        var seen = new EventIdSet();
        var events = new List<ShopEvent>();
        foreach (var parts in days.Values)
        {
            events.Clear();
            foreach (var part in parts)
            {
                await LakePartReader.ReadAsync(blobs, part, events, cancellationToken);
            }

            events.Sort(StableEventOrder.Instance);
            foreach (var shopEvent in events)
            {
                if (!people.IsErased(shopEvent) && seen.Add(shopEvent.EventId))
                {
                    yield return shopEvent;
                }
            }
        }
    }
}
