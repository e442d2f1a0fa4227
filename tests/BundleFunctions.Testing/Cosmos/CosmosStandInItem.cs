using System.Text.Json.Nodes;

namespace BundleFunctions.Testing;

/// <summary>An item as the stand-in keeps it.</summary>
/// <param name="Partition">The value of <c>/pk</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Content">What was sent.</param>
/// <param name="ETag">Changes with every write.</param>
/// <param name="WrittenAt">By the stand-in's clock.</param>
public sealed record CosmosStandInItem(string Partition, string Id, JsonObject Content, string ETag, DateTimeOffset WrittenAt)
{
    /// <summary>When it runs out, in a container whose time to live is switched on; null where it stays.</summary>
    public DateTimeOffset? ExpiresAt => (int?)Content["ttl"] is > 0 and var seconds ? WrittenAt + TimeSpan.FromSeconds(seconds) : null;
}
