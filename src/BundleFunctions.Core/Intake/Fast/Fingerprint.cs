using System.Runtime.InteropServices;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Tells two events under one id apart: equal for equal events, whatever the order of their fields.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Fingerprint
{
    private ulong _fields;
    private ulong _items;

    /// <summary>Adds a text.</summary>
    /// <param name="field">Which.</param>
    /// <param name="content">A hash of the text as the lake keeps it; for a personal identifier, of the identifier.</param>
    public void Add(EventField field, ulong content) => _fields += FastHash.Mix(content, 0xA24BAED4963EE407UL * ((ulong)field + 1));

    /// <summary>Adds an item; the order of items matters.</summary>
    public void AddItem(ulong product, int quantity, long unitPrice, long discount, ulong title) => _items = FastHash.Mix(
        _items + FastHash.Mix(product + (ulong)unitPrice, 0x9FB21C651E98DF25UL + (ulong)quantity),
        (title * 31) + (ulong)discount + 0xD1B54A32D192ED03UL);

    /// <summary>All together.</summary>
    public readonly ulong Of(EventType type, long occurredAt, long rating, ConsentCode consent) => FastHash.Mix(
        _fields + _items,
        FastHash.Mix((ulong)occurredAt, (((ulong)rating * 64) + (ulong)consent) * 16 + (ulong)type));
}
