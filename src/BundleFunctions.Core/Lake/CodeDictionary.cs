using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Numbers the codes of one column anew, from 0 in the order in which they stand there, so that a part's bytes do not depend on what
/// else the run has seen.</summary>
internal sealed class CodeDictionary
{
    private int[] _indexes = [];
    private int[] _codes = new int[64];

    public int Count { get; private set; }

    /// <summary>The codes by their new numbers.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Count);

    /// <summary>Bits of the highest number; 1 at least.</summary>
    public int Width => Math.Max(1, BitPacker.WidthOf((ulong)Math.Max(0, Count - 1)));

    /// <summary>Writes the new number of each code into <paramref name="into"/>; codes that are absent are left out.</summary>
    /// <returns>How many were written.</returns>
    public int Build(ReadOnlySpan<int> codes, int highest, Span<int> into)
    {
        Forget();
        if (_indexes.Length <= highest)
        {
            _indexes = new int[Math.Max(highest + 1, _indexes.Length * 2)];
        }

        var written = 0;
        foreach (var code in codes)
        {
            if (code == TextTable.None)
            {
                continue;
            }

            var index = _indexes[code];
            if (index == 0)
            {
                index = Add(code);
            }

            into[written++] = index - 1;
        }

        return written;
    }

    private int Add(int code)
    {
        if (Count == _codes.Length)
        {
            Array.Resize(ref _codes, Count * 2);
        }

        _codes[Count++] = code;
        return _indexes[code] = Count;
    }

    // Only what was used is put back: a small column of a large run costs little.
    private void Forget()
    {
        foreach (var code in Codes)
        {
            _indexes[code] = 0;
        }

        Count = 0;
    }
}
