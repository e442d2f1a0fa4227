using System.IO.Compression;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads the pages of one column of a row group, one after the other.</summary>
internal sealed class PageReader(ParquetFile file, ColumnChunk chunk)
{
    // Deflate makes at most 1032 bytes of one; the rest is room for its frame.
    private const long MaxGzipRatio = 1040;
    private readonly long _end = chunk.Start + chunk.CompressedLength;
    private long _at = chunk.Start;
    private long _left = chunk.Values;

    /// <summary>The next page; null after the last.</summary>
    /// <exception cref="InvalidDataException">The bytes are no page.</exception>
    public Page? Next()
    {
        while (_left > 0)
        {
            var rest = file.Bytes[(int)_at..(int)_end];
            var thrift = new ThriftReader(rest.Span);
            var header = PageHeader.Read(ref thrift);
            if (header.CompressedLength < 0 || header.CompressedLength > rest.Length - thrift.Position || header.Length < 0)
            {
                throw new InvalidDataException(
                    $"A page of {chunk.Leaf.Name} says {header.CompressedLength} bytes where {rest.Length - thrift.Position} are left.");
            }

            _at += thrift.Position + header.CompressedLength;
            var body = rest.Slice(thrift.Position, header.CompressedLength);
            switch (header.Type)
            {
                case PageType.Dictionary:
                    var count = Counted(header, ParquetFile.MaxValues);
                    return new Page(count, header.Encoding, default, default, Unfold(body, header.Length)) { IsDictionary = true };
                case PageType.Data:
                    _left -= Counted(header, _left);
                    return Split(header, Unfold(body, header.Length));
                case PageType.DataV2:
                    _left -= Counted(header, _left);
                    return SplitV2(header, body);
            }
        }

        return null;
    }

    private int Counted(PageHeader header, long most) => header.Count >= 0 && header.Count <= most
        ? header.Count
        : throw new InvalidDataException($"A page of {chunk.Leaf.Name} says {header.Count} values where {most} at most were expected.");

    private Page Split(PageHeader header, ReadOnlyMemory<byte> body)
    {
        var repetition = chunk.Leaf.MaxRepetition == 0 ? default : Levels(ref body);
        var definition = chunk.Leaf.MaxDefinition == 0 ? default : Levels(ref body);
        return new Page(header.Count, header.Encoding, repetition, definition, body);
    }

    private static ReadOnlyMemory<byte> Levels(ref ReadOnlyMemory<byte> body)
    {
        var cursor = new ByteCursor(body.Span);
        var length = cursor.Take(cursor.Int32()).Length;
        var levels = body.Slice(sizeof(int), length);
        body = body[(sizeof(int) + length)..];
        return levels;
    }

    private Page SplitV2(PageHeader header, ReadOnlyMemory<byte> body)
    {
        var levels = (long)header.RepetitionLength + header.DefinitionLength;
        if (header.RepetitionLength < 0 || header.DefinitionLength < 0 || levels > body.Length || levels > header.Length)
        {
            throw new InvalidDataException($"A page of {chunk.Leaf.Name} has {levels} bytes of levels in {body.Length} bytes.");
        }

        var values = body[(int)levels..];
        return new Page(
            header.Count,
            header.Encoding,
            body[..header.RepetitionLength],
            body.Slice(header.RepetitionLength, header.DefinitionLength),
            header.IsCompressed ? Unfold(values, header.Length - (int)levels) : values);
    }

    private ReadOnlyMemory<byte> Unfold(ReadOnlyMemory<byte> body, int length) => chunk.Codec switch
    {
        ParquetCodec.Snappy => SnappyDecoder.Decode(body.Span, length),
        ParquetCodec.Gzip => Unzip(body, length),
        _ => body,
    };

    private byte[] Unzip(ReadOnlyMemory<byte> body, int length)
    {
        if (length > body.Length * MaxGzipRatio)
        {
            throw new InvalidDataException($"A page of {chunk.Leaf.Name} says that {body.Length} bytes unfold to {length}.");
        }

        var bytes = new byte[length];
        using var gzip = new GZipStream(new MemoryStream(body.ToArray(), writable: false), CompressionMode.Decompress);
        var read = gzip.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return read == length && gzip.ReadByte() < 0
            ? bytes
            : throw new InvalidDataException($"A page of {chunk.Leaf.Name} does not unfold to {length} bytes.");
    }
}
