namespace BundleFunctions.Intake.Fast;

/// <summary>Cuts a text at line ends. An over-long line is a chunk of its own, without its text, or with what was read of it.</summary>
internal sealed class LineChunks(Stream stream) : IChunkSource
{
    // A line of the greatest length, and its end.
    private const int MaxBytes = IntakeLimits.RecordBytes + 1;
    private readonly Chunk _rest = new();
    private bool _isAtEnd;
    private long _line = 1;

    /// <summary>Whether the text of over-long lines is passed over; else the chunk holds the beginning of one.</summary>
    public bool PassesOver { get; init; } = true;

    /// <inheritdoc/>
    public async ValueTask<bool> FillAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        chunk.Records = null;
        chunk.FirstLine = _line;
        chunk.Length = 0;
        chunk.EnsureCapacity(_rest.Length);
        Move(_rest, 0, chunk);
        while (true)
        {
            await ReadAsync(chunk, cancellationToken);
            var end = chunk.Text.LastIndexOf((byte)'\n') + 1;
            if (_isAtEnd || end > 0)
            {
                return Take(chunk, _isAtEnd ? chunk.Length : end);
            }

            if (chunk.Length >= MaxBytes)
            {
                if (!PassesOver)
                {
                    return Take(chunk, chunk.Length);
                }

                await PassOverAsync(chunk, cancellationToken);
                return true;
            }

            chunk.EnsureCapacity(Math.Min(2 * chunk.Capacity, MaxBytes));
        }
    }

    /// <summary>What was read beyond the chunk; it is not given again.</summary>
    public byte[] TakeRest()
    {
        var rest = _rest.Text.ToArray();
        _rest.Length = 0;
        return rest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static void Move(Chunk from, int start, Chunk to)
    {
        var moved = from.Text[start..];
        to.EnsureCapacity(to.Length + moved.Length);
        to.Length += moved.Length;
        moved.CopyTo(to.Text[^moved.Length..]);
        from.Length = start;
    }

    private async ValueTask ReadAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        while (!_isAtEnd && chunk.Length < chunk.Capacity)
        {
            var read = await stream.ReadAsync(chunk.Free, cancellationToken);
            chunk.Length += read;
            _isAtEnd = read == 0;
        }
    }

    private bool Take(Chunk chunk, int end)
    {
        _rest.Length = 0;
        Move(chunk, end, _rest);
        chunk.Seal();
        _line += chunk.Text.Count((byte)'\n');
        return end > 0;
    }

    // What was read of the line goes, and the rest of it as it comes.
    private async ValueTask PassOverAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        int lineEnd;
        do
        {
            chunk.Length = 0;
            await ReadAsync(chunk, cancellationToken);
            lineEnd = chunk.Text.IndexOf((byte)'\n');
        }
        while (lineEnd < 0 && !_isAtEnd);

        if (lineEnd >= 0)
        {
            Move(chunk, lineEnd + 1, _rest);
        }

        chunk.Length = 0;
        chunk.Seal();
        chunk.Records = [new ChunkRecord(0, 0, _line++, IsTooLong: true)];
    }
}
