using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>The distinct numbers of one column, from 0 in the order in which they stand there; gives up where they are many.</summary>
internal sealed class NumberDictionary
{
    private const int MaxNumbers = 1 << 15;
    private const int Slots = MaxNumbers * 2;
    private readonly int[] _slots = new int[Slots];
    private readonly long[] _numbers = new long[MaxNumbers];

    public int Count { get; private set; }

    public ReadOnlySpan<long> Numbers => _numbers.AsSpan(0, Count);

    /// <inheritdoc cref="CodeDictionary.Width"/>
    public int Width => Math.Max(1, BitPacker.WidthOf((ulong)Math.Max(0, Count - 1)));

    /// <summary>Writes each number's index into <paramref name="into"/>; false where a dictionary would not pay.</summary>
    public bool TryBuild(ReadOnlySpan<long> numbers, Span<int> into)
    {
        Forget();
        var most = Math.Min(MaxNumbers, (numbers.Length + 1) / 2);
        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = SlotOf(numbers[i]);
            if (_slots[slot] == 0)
            {
                if (Count == most)
                {
                    return false;
                }

                _numbers[Count++] = numbers[i];
                _slots[slot] = Count;
            }

            into[i] = _slots[slot] - 1;
        }

        return true;
    }

    private static int First(long number) => (int)(((ulong)number * 0x9E3779B97F4A7C15UL) >> 48) & (Slots - 1);

    private int SlotOf(long number)
    {
        var slot = First(number);
        while (_slots[slot] != 0 && _numbers[_slots[slot] - 1] != number)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        return slot;
    }

    private void Forget()
    {
        if (Count * 8 > Slots)
        {
            Array.Clear(_slots);
        }
        else
        {
            // From the last to the first: then no slot that is looked for stands behind one that is empty already.
            for (var i = Count - 1; i >= 0; i--)
            {
                _slots[SlotOf(_numbers[i])] = 0;
            }
        }

        Count = 0;
    }
}
