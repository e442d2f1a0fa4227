using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace BundleFunctions.Lake;

/// <summary>Byte strings one behind the other.</summary>
internal sealed class ByteColumn
{
    private const int BlockBytes = 32;

    // From here on room grows by a half: a full part's ids then leave little of it empty.
    private const int Large = 1 << 20;
    private byte[] _bytes = new byte[1024];
    private int[] _ends = new int[32];

    public int Count { get; private set; }

    /// <summary>Bytes of all strings together.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> this[int row] => _bytes.AsSpan((row == 0 ? 0 : _ends[row - 1]).._ends[row]);

    /// <summary>The strings of some rows, one behind the other.</summary>
    public ReadOnlySpan<byte> this[Range rows]
    {
        get
        {
            var (start, count) = rows.GetOffsetAndLength(Count);
            return count == 0 ? [] : _bytes.AsSpan((start == 0 ? 0 : _ends[start - 1]).._ends[start + count - 1]);
        }
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        var place = Next(value.Length);
        if (value.Length is >= BlockBytes and <= 2 * BlockBytes)
        {
            // A UUID, mostly, in two moves that overlap: the library's way for any length costs several times as much.
            MemoryMarshal.Write(place, MemoryMarshal.Read<Vector256<byte>>(value));
            MemoryMarshal.Write(place[^BlockBytes..], MemoryMarshal.Read<Vector256<byte>>(value[^BlockBytes..]));
            return;
        }

        value.CopyTo(place);
    }

    /// <summary>Adds a text; null as an empty one.</summary>
    public void Add(string? text)
    {
        var length = Encoding.UTF8.GetByteCount(text ?? string.Empty);
        Encoding.UTF8.GetBytes(text ?? string.Empty, Next(length));
    }

    /// <summary>Adds empty strings until there are <paramref name="count"/>.</summary>
    public void PadTo(int count)
    {
        if (count > _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(count, _ends.Length * 2));
        }

        _ends.AsSpan(Count..Math.Max(Count, count)).Fill(Length);
        Count = Math.Max(Count, count);
    }

    public void Clear()
    {
        Count = 0;
        Length = 0;
    }

    private Span<byte> Next(int length)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
        }

        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length < Large ? _bytes.Length * 2 : _bytes.Length / 2 * 3, checked(Length + length)));
        }

        var place = _bytes.AsSpan(Length, length);
        Length += length;
        _ends[Count++] = Length;
        return place;
    }
}
