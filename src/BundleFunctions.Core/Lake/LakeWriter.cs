using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Sorts the lines of one raw file into parts by day. Parts are invisible until a commit names them.</summary>
/// <remarks>Memory: <see cref="MaxBuffered"/> bytes, then the largest day goes out.</remarks>
internal sealed class LakeWriter(IBlobStore blobs, ShopId shop, string contentKey)
{
    private const int MaxBuffered = 32 * 1024 * 1024;
    private readonly SortedDictionary<string, DayBuffer> _days = new(StringComparer.Ordinal);
    private readonly List<LakePart> _parts = [];
    private DateOnly _lastDate;
    private DayBuffer? _lastDay;
    private long _buffered;

    /// <summary>Adds one canonical line, line end included, to the day of its event.</summary>
    public ValueTask AddAsync(DateTimeOffset occurredAt, ReadOnlySpan<byte> line, CancellationToken cancellationToken)
    {
        var day = DayOf(occurredAt);
        day.Lines.Write(line);
        day.Events++;
        _buffered += line.Length;
        return _buffered > MaxBuffered ? FlushLargestAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Writes what is still in memory and names all parts, in order of their paths.</summary>
    public async Task<IReadOnlyList<LakePart>> FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, day) in _days)
        {
            await FlushAsync(name, day, cancellationToken);
        }

        _days.Clear();
        _parts.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return _parts;
    }

    /// <summary>Deletes the parts written so far: nobody will commit them.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _parts)
        {
            await blobs.DeleteAsync(new BlobName(Shops.BlobLayout.Lake, part.Path), ifMatch: null, cancellationToken);
        }
    }

    private DayBuffer DayOf(DateTimeOffset occurredAt)
    {
        var date = DateOnly.FromDateTime(occurredAt.UtcDateTime);
        if (_lastDay is not null && date == _lastDate)
        {
            return _lastDay;
        }

        var name = LakePaths.Day(occurredAt);
        if (!_days.TryGetValue(name, out var day))
        {
            _days.Add(name, day = new DayBuffer());
        }

        (_lastDate, _lastDay) = (date, day);
        return day;
    }

    private async ValueTask FlushLargestAsync(CancellationToken cancellationToken)
    {
        var (name, day) = _days.MaxBy(pair => pair.Value.Lines.WrittenCount);
        await FlushAsync(name, day, cancellationToken);
        _days.Remove(name);
        _lastDay = null;
    }

    private async Task FlushAsync(string name, DayBuffer day, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(day.Lines.WrittenSpan);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        var blob = LakePaths.Part(shop, name, contentKey, sha256);
        content.Position = 0;

        // A part of that name has these bytes already, written by an earlier try.
        await blobs.PutAsync(blob, content, BlobCondition.Absent, cancellationToken);
        _parts.Add(new LakePart(blob.Path, name, sha256, day.Events, content.Length));
        _buffered -= day.Lines.WrittenCount;
    }

    private sealed class DayBuffer
    {
        public ArrayBufferWriter<byte> Lines { get; } = new(4096);

        public long Events { get; set; }
    }
}
