using System.IO.Compression;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Writes a Parquet file of one row group: for each column its pages, then <see cref="EndColumn"/>, at last <see cref="EndFile"/>.</summary>
/// <remarks>Made for one thread; used again for the next file.</remarks>
internal sealed class ParquetFileWriter(SchemaNode schema, ParquetCodec codec)
{
    private const string CreatedBy = "BundleFunctions";
    private readonly SchemaLeaf[] _leaves = [.. schema.Leaves()];
    private readonly List<ColumnChunk> _chunks = [];
    private readonly ByteBuffer _file = new();
    private readonly ByteBuffer _body = new();
    private ColumnChunk? _chunk;
    private long _start;

    /// <summary>The column that is being written.</summary>
    public SchemaLeaf Leaf => _leaves[_chunks.Count];

    /// <summary>The file, once <see cref="EndFile"/> was called.</summary>
    public ByteBuffer File => _file;

    public void BeginFile()
    {
        _chunks.Clear();
        _chunk = null;
        _file.Clear();
        _file.Write("PAR1"u8);
    }

    /// <summary>Writes the column's dictionary; comes before its data.</summary>
    /// <param name="values">In plain encoding.</param>
    /// <param name="count">How many.</param>
    public void WriteDictionary(ReadOnlySpan<byte> values, int count)
    {
        BeginChunk();
        var offset = _file.Length;
        WritePage(values, PageType.Dictionary, count, ParquetEncoding.Plain);
        _chunk = _chunk! with { DictionaryOffset = offset };
    }

    /// <summary>Writes a page of data.</summary>
    /// <param name="repetition">Levels, one a value; ignored where the column is in no list.</param>
    /// <param name="definition">Levels, one a value; ignored where the column is always there.</param>
    /// <param name="count">Values, nulls with them.</param>
    /// <param name="nulls">How many are null.</param>
    /// <param name="values">The values that are there, encoded.</param>
    /// <param name="encoding">How.</param>
    public void WriteData(
        ReadOnlySpan<int> repetition, ReadOnlySpan<int> definition, int count, int nulls, ReadOnlySpan<byte> values, ParquetEncoding encoding)
    {
        BeginChunk();
        _body.Clear();
        WriteLevels(repetition, Leaf.MaxRepetition);
        WriteLevels(definition, Leaf.MaxDefinition);
        _body.Write(values);
        var offset = _file.Length;
        WritePage(_body.Span, PageType.Data, count, encoding);
        _chunk = _chunk! with
        {
            Values = _chunk.Values + count,
            Nulls = _chunk.Nulls + nulls,
            DataOffset = _chunk.DataOffset == 0 ? offset : _chunk.DataOffset,
        };
    }

    /// <summary>Ends the column.</summary>
    /// <param name="bounds">Its least and greatest value, for readers that skip files by them.</param>
    public void EndColumn((long Least, long Greatest)? bounds = null)
    {
        BeginChunk();
        _chunks.Add(_chunk! with { CompressedLength = _file.Length - _start, Bounds = bounds });
        _chunk = null;
    }

    /// <summary>Writes the footer.</summary>
    public void EndFile(long rows)
    {
        var start = _file.Length;
        FooterWriter.Write(_file, schema, _chunks, rows, CreatedBy);
        _file.WriteInt32(_file.Length - start);
        _file.Write("PAR1"u8);
    }

    private void BeginChunk()
    {
        if (_chunk is null)
        {
            _chunk = new ColumnChunk(Leaf, codec);
            _start = _file.Length;
        }
    }

    private void WriteLevels(ReadOnlySpan<int> levels, int max)
    {
        if (max == 0)
        {
            return;
        }

        var start = _body.Length;
        _body.WriteInt32(0);
        HybridEncoder.Write(_body, levels, BitPacker.WidthOf((ulong)max));
        _body.WriteInt32At(start, _body.Length - start - sizeof(int));
    }

    private void WritePage(ReadOnlySpan<byte> body, PageType type, int count, ParquetEncoding encoding)
    {
        var start = _file.Length;
        var page = codec == ParquetCodec.Gzip ? Zip(body) : body;
        FooterWriter.WritePageHeader(_file, type, body.Length, page.Length, count, encoding);
        _chunk!.Encodings.Add((int)encoding);
        if (type == PageType.Data)
        {
            _chunk.Encodings.Add((int)ParquetEncoding.Rle);
        }

        var header = _file.Length - start;
        _file.Write(page);
        _chunk = _chunk with { UncompressedLength = _chunk.UncompressedLength + header + body.Length };
    }

    private static ReadOnlySpan<byte> Zip(ReadOnlySpan<byte> body)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return zipped.GetBuffer().AsSpan(0, (int)zipped.Length);
    }
}
