namespace BundleFunctions.Intake.Fast;

/// <summary>A piece of a file that holds whole records. Used again for the next piece.</summary>
internal sealed class Chunk
{
    private byte[] _bytes = new byte[ReadBytes + JsonText.Padding];

    /// <summary>Bytes read at once: a core keeps them near, with what becomes of them and the waits for memory that are asked for together.</summary>
    public const int ReadBytes = 128 * 1024;

    /// <summary>Bytes of text.</summary>
    public int Length { get; set; }

    /// <summary>Room for text.</summary>
    public int Capacity => _bytes.Length - JsonText.Padding;

    /// <summary>1-based line of the first byte.</summary>
    public long FirstLine { get; set; }

    /// <summary>Where each record stands; null where every line is one.</summary>
    public List<ChunkRecord>? Records { get; set; }

    public Span<byte> Text => _bytes.AsSpan(0, Length);

    /// <summary>The text and the zeros behind it.</summary>
    public ReadOnlySpan<byte> Padded => _bytes.AsSpan(0, Length + JsonText.Padding);

    /// <summary>Where more text may be written.</summary>
    public Memory<byte> Free => _bytes.AsMemory(Length, Capacity - Length);

    /// <summary>Ends the text.</summary>
    public void Seal() => _bytes.AsSpan(Length, JsonText.Padding).Clear();

    /// <summary>Makes room and keeps the text.</summary>
    public void EnsureCapacity(int capacity)
    {
        if (Capacity < capacity)
        {
            Array.Resize(ref _bytes, Math.Max(capacity, Math.Min(Capacity * 2, MaxGrowth(capacity))) + JsonText.Padding);
        }
    }

    /// <summary>Takes bytes away from the front.</summary>
    public void Skip(int bytes)
    {
        Text[bytes..].CopyTo(_bytes);
        Length -= bytes;
        Seal();
    }

    /// <summary>Becomes a copy of another chunk.</summary>
    public void CopyFrom(Chunk other)
    {
        EnsureCapacity(other.Length);
        other.Text.CopyTo(_bytes);
        (Length, FirstLine, Records) = (other.Length, other.FirstLine, other.Records);
        Seal();
    }

    private static int MaxGrowth(int capacity) => capacity + ReadBytes;
}
