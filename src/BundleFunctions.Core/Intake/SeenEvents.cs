using System.Runtime.InteropServices;

namespace BundleFunctions.Intake;

/// <summary>Event ids of one file, each as a hash of 64 bits, with a fingerprint of the event that had it first.</summary>
/// <remarks>Memory: 12 bytes a slot, at most 1.5 times <see cref="IntakeLimits.RememberedIds"/> slots. Two ids under one hash are one in
/// 10^7 files of that size; then the second counts as a duplicate and is kept all the same, for its fingerprint differs.</remarks>
internal sealed class SeenEvents
{
    private const int FirstSlots = 1536;
    private const int MostSlots = IntakeLimits.RememberedIds / 2 * 3;
    private Slot[] _slots = new Slot[FirstSlots];
    private ulong _touched;
    private int _count;

    /// <summary>Whether ids were too many to be remembered.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Brings near what will be asked for: of many, the waits for memory run side by side.</summary>
    public void Touch(ulong idHash) => _touched ^= _slots[First(idHash)].Key;

    /// <summary>Whether the id stood earlier in the file. Then <paramref name="differs"/> tells whether with another event: the lake keeps
    /// both, so that which of them counts does not depend on their order in the file.</summary>
    public bool Contains(ulong idHash, ulong fingerprint, out bool differs)
    {
        // 0 is a free slot.
        var key = idHash | ((idHash == 0) ? 1UL : 0);
        ref var slot = ref Find(key);
        differs = slot.Key == key && slot.Fingerprint != (uint)fingerprint;
        if (slot.Key == key)
        {
            return true;
        }

        IsFull |= _count >= IntakeLimits.RememberedIds;
        if (!IsFull)
        {
            (slot.Key, slot.Fingerprint) = (key, (uint)fingerprint);
            _count++;
            if (_count / 2 * 3 >= _slots.Length && _slots.Length < MostSlots)
            {
                Grow();
            }
        }

        return false;
    }

    // The hash's upper half, as a share of all slots.
    private int First(ulong key) => (int)(((key >> 32) * (ulong)_slots.Length) >> 32);

    private ref Slot Find(ulong key)
    {
        var slots = _slots;
        var at = First(key);
        while (slots[at].Key != 0 && slots[at].Key != key)
        {
            at = at + 1 == slots.Length ? 0 : at + 1;
        }

        return ref slots[at];
    }

    // By four at a time: what is left behind is a third of what is there, and room that nobody writes to takes no memory.
    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[Math.Min(old.Length * 4, MostSlots)];
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (slot.Key != 0)
            {
                Find(slot.Key) = slot;
            }
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
    private struct Slot
    {
        public ulong Key;
        public uint Fingerprint;
    }
}
