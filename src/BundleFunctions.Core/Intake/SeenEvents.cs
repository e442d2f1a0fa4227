using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>Event ids of one file, with a fingerprint of the event that had each first.</summary>
internal sealed class SeenEvents
{
    private readonly Dictionary<UInt128, int> _fingerprints = [];

    /// <summary>Whether ids were too many to be remembered.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether the id stood earlier in the file. Then <paramref name="differs"/> tells whether with another event: the lake keeps
    /// both, so that which of them counts does not depend on their order in the file.</summary>
    public bool Contains(EventId id, ReadOnlySpan<byte> line, out bool differs)
    {
        differs = false;
        var fingerprints = default(HashCode);
        fingerprints.AddBytes(line);
        var fingerprint = fingerprints.ToHashCode();
        var key = EventIdSet.Hash(id.Value);
        if (_fingerprints.TryGetValue(key, out var first))
        {
            differs = first != fingerprint;
            return true;
        }

        IsFull |= _fingerprints.Count >= IntakeLimits.RememberedIds;
        if (!IsFull)
        {
            _fingerprints.Add(key, fingerprint);
        }

        return false;
    }
}
