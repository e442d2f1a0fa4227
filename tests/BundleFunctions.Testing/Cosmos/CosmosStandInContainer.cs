using System.Globalization;
using System.Text.Json.Nodes;

namespace BundleFunctions.Testing;

/// <summary>One container of the stand-in: items by partition and id, ETags, time to live.</summary>
internal sealed class CosmosStandInContainer(JsonObject properties, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Partition, string Id), CosmosStandInItem> _items = [];
    private long _writes;

    /// <summary>What the container was created with.</summary>
    public JsonObject Properties { get; } = properties;

    private bool CountsTime => Properties["defaultTtl"] is not null;

    /// <summary>The live items.</summary>
    public IReadOnlyList<CosmosStandInItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items.Values.Where(IsLive).OrderBy(item => item.Partition, StringComparer.Ordinal).ThenBy(item => item.Id, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Handles one request for an item as the service does; gives the status, and the item that it left or found.</summary>
    public (int Status, CosmosStandInItem? Item) Handle(CosmosStandInVerb verb, string partition, string id, JsonObject? content, string? ifMatch)
    {
        lock (_gate)
        {
            var current = _items.GetValueOrDefault((partition, id));
            current = current is not null && IsLive(current) ? current : null;
            if (current is null && verb is (CosmosStandInVerb.Read or CosmosStandInVerb.Replace or CosmosStandInVerb.Delete))
            {
                return (404, null);
            }

            if (current is not null && verb is CosmosStandInVerb.Create)
            {
                return (409, null);
            }

            if (ifMatch is not null && current is not null && verb is not CosmosStandInVerb.Read
                && !string.Equals(ifMatch, current.ETag, StringComparison.Ordinal))
            {
                return (412, null);
            }

            if (verb is CosmosStandInVerb.Read)
            {
                return (200, current);
            }

            if (verb is CosmosStandInVerb.Delete)
            {
                _items.Remove((partition, id));
                return (204, null);
            }

            var written = new CosmosStandInItem(
                partition, id, content!, string.Create(CultureInfo.InvariantCulture, $"\"{++_writes:x8}-0000-0700-0000-000000000000\""), clock.GetUtcNow());
            _items[(partition, id)] = written;
            return (current is null ? 201 : 200, written);
        }
    }

    private bool IsLive(CosmosStandInItem item) => !CountsTime || !(item.ExpiresAt <= clock.GetUtcNow());
}
