namespace BundleFunctions.Intake;

/// <summary>Event ids of one file, each as a hash of 64 bits, with a fingerprint of the event that had it first.</summary>
/// <remarks>Memory: 12 bytes a slot, at most twice <see cref="IntakeLimits.RememberedIds"/> slots. Two ids under one hash are one in
/// 10^7 files of that size; then the second counts as a duplicate and is kept all the same, for its fingerprint differs.</remarks>
internal sealed class SeenEvents
{
    private ulong[] _keys = new ulong[1024];
    private uint[] _fingerprints = new uint[1024];
    private ulong _touched;
    private int _count;

    /// <summary>Whether ids were too many to be remembered.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Brings near what will be asked for: of many, the waits for memory run side by side.</summary>
    public void Touch(ulong idHash) => _touched ^= _keys[(int)idHash & (_keys.Length - 1)];

    /// <summary>Whether the id stood earlier in the file. Then <paramref name="differs"/> tells whether with another event: the lake keeps
    /// both, so that which of them counts does not depend on their order in the file.</summary>
    public bool Contains(ulong idHash, ulong fingerprint, out bool differs)
    {
        // 0 is a free slot.
        var key = idHash | ((idHash == 0) ? 1UL : 0);
        var slot = Find(key);
        differs = false;
        if (_keys[slot] == key)
        {
            differs = _fingerprints[slot] != (uint)fingerprint;
            return true;
        }

        IsFull |= _count >= IntakeLimits.RememberedIds;
        if (!IsFull)
        {
            (_keys[slot], _fingerprints[slot]) = (key, (uint)fingerprint);
            _count++;
            if (_count * 2 > _keys.Length && _count < IntakeLimits.RememberedIds)
            {
                Grow();
            }
        }

        return false;
    }

    private int Find(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)key & mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (keys, fingerprints) = (_keys, _fingerprints);
        _keys = new ulong[keys.Length * 2];
        _fingerprints = new uint[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var slot = Find(keys[i]);
                (_keys[slot], _fingerprints[slot]) = (keys[i], fingerprints[i]);
            }
        }
    }
}
