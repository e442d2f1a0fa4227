namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads one column of a row group page by page: where its values belong, and the values.</summary>
/// <remarks>Call <see cref="Next"/>, then one of the methods that fit the column's type.</remarks>
internal sealed class ColumnReader(ParquetFile file, ColumnChunk chunk)
{
    private readonly PageReader _pages = new(file, chunk);
    private Page? _dictionary;
    private Page _page = null!;
    private int[] _definitions = [];
    private int[] _repetitions = [];
    private int[] _places = [];
    private int[] _indexes = [];
    private long[]? _numbers;
    private TextValues? _texts;

    public SchemaLeaf Leaf => chunk.Leaf;

    /// <summary>Rows begun so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Values and nulls so far, places of empty lists left out.</summary>
    public int Entries { get; private set; }

    /// <summary>Values of this page that are there.</summary>
    public int Count { get; private set; }

    /// <summary>For each value of this page that is there: which of the column's <see cref="Entries"/> it is.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>Reads the levels of the next page; false after the last.</summary>
    /// <param name="newRow">Told of each row that begins: its number, and the entries before it.</param>
    /// <exception cref="InvalidDataException">The page is broken.</exception>
    public bool Next(Action<int, int>? newRow = null)
    {
        while (_pages.Next() is { } page)
        {
            if (page.IsDictionary)
            {
                _dictionary = page;
                continue;
            }

            _page = page;
            Grow(page.Count);
            ReadLevels(page.Definition, Leaf.MaxDefinition, _definitions.AsSpan(0, page.Count));
            ReadLevels(page.Repetition, Leaf.MaxRepetition, _repetitions.AsSpan(0, page.Count));
            Locate(page.Count, newRow);
            return true;
        }

        return false;
    }

    /// <summary>Reads the page's numbers into the first <see cref="Count"/> places.</summary>
    public void Numbers(Span<long> into)
    {
        into = into[..Count];
        var cursor = new ByteCursor(_page.Values.Span);
        switch (_page.Encoding)
        {
            case ParquetEncoding.Plain:
                NumberValues.Plain(ref cursor, Leaf, into);
                break;
            case ParquetEncoding.DeltaBinaryPacked when Leaf.Node.Type is PhysicalType.Int32 or PhysicalType.Int64:
                DeltaDecoder.Read(ref cursor, into);
                break;
            case ParquetEncoding.RleDictionary or ParquetEncoding.PlainDictionary:
                var numbers = _numbers ??= NumberDictionary();
                Indexes(ref cursor, numbers.Length);
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = numbers[_indexes[i]];
                }

                break;
            default:
                throw Unknown();
        }
    }

    /// <summary>Reads the page's truth values as 0 and 1.</summary>
    public void Booleans(Span<int> into)
    {
        into = into[..Count];
        var cursor = new ByteCursor(_page.Values.Span);
        if (Leaf.Node.Type != PhysicalType.Boolean)
        {
            throw Unknown();
        }

        switch (_page.Encoding)
        {
            case ParquetEncoding.Plain:
                BitPacker.Unpack(cursor.Take((Count + 7) / 8), 1, into);
                break;
            case ParquetEncoding.Rle:
                cursor.Int32();
                HybridDecoder.Read(ref cursor, 1, into);
                break;
            default:
                throw Unknown();
        }
    }

    /// <summary>Reads the page's byte strings.</summary>
    public TextValues Texts()
    {
        if (Leaf.Node.Type != PhysicalType.ByteArray)
        {
            throw Unknown();
        }

        var cursor = new ByteCursor(_page.Values.Span);
        switch (_page.Encoding)
        {
            case ParquetEncoding.Plain:
                return TextValues.Plain(_page.Values, Count);
            case ParquetEncoding.DeltaLengthByteArray:
                return TextValues.Delta(_page.Values, Count);
            case ParquetEncoding.RleDictionary or ParquetEncoding.PlainDictionary:
                var texts = _texts ??= TextValues.Plain(Dictionary().Values, Dictionary().Count);
                Indexes(ref cursor, texts.Count);
                texts.Indexes = _indexes.AsMemory(0, Count);
                return texts;
            default:
                throw Unknown();
        }
    }

    /// <summary>Fails where the column has more entries than <paramref name="count"/>.</summary>
    public void MustFit(int count)
    {
        if (Entries > count)
        {
            throw new InvalidDataException($"The Parquet column {Leaf.Name} has {Entries} values or more where {count} were expected.");
        }
    }

    /// <summary>Fails unless the column has ended with <paramref name="count"/> entries.</summary>
    public void MustEndAt(int count)
    {
        if (Entries != count)
        {
            throw new InvalidDataException($"The Parquet column {Leaf.Name} has {Entries} values where {count} were expected.");
        }
    }

    private static void ReadLevels(ReadOnlyMemory<byte> levels, int max, Span<int> into)
    {
        if (max == 0)
        {
            into.Clear();
            return;
        }

        var cursor = new ByteCursor(levels.Span);
        HybridDecoder.Read(ref cursor, BitPacker.WidthOf((ulong)max), into);
    }

    private void Locate(int slots, Action<int, int>? newRow)
    {
        Count = 0;
        for (var i = 0; i < slots; i++)
        {
            if (_repetitions[i] == 0)
            {
                newRow?.Invoke(Rows, Entries);
                Rows++;
            }

            if (_definitions[i] == Leaf.MaxDefinition)
            {
                _places[Count++] = Entries;
            }

            if (_definitions[i] >= Leaf.EntryDefinition)
            {
                Entries++;
            }
        }
    }

    private void Indexes(ref ByteCursor cursor, int count)
    {
        HybridDecoder.Read(ref cursor, Count == 0 ? 0 : cursor.Byte(), _indexes.AsSpan(0, Count));

        // An empty dictionary is asked for by itself: a range that ends before it begins would hold everything.
        if (Count > 0 && (count == 0 || _indexes.AsSpan(0, Count).ContainsAnyExceptInRange(0, count - 1)))
        {
            throw new InvalidDataException($"The Parquet column {Leaf.Name} points beyond the {count} values of its dictionary.");
        }
    }

    private long[] NumberDictionary()
    {
        var page = Dictionary();
        var cursor = new ByteCursor(page.Values.Span);

        // A value takes a byte at least, so the count cannot be larger than the page.
        var numbers = new long[Math.Min(page.Count, cursor.Left)];
        NumberValues.Plain(ref cursor, Leaf, numbers);
        return numbers;
    }

    private Page Dictionary() =>
        _dictionary ?? throw new InvalidDataException($"The Parquet column {Leaf.Name} points into a dictionary that it does not have.");

    private void Grow(int count)
    {
        if (_definitions.Length < count)
        {
            _definitions = new int[count];
            _repetitions = new int[count];
            _places = new int[count];
            _indexes = new int[count];
        }
    }

    private InvalidDataException Unknown() =>
        new($"The Parquet column {Leaf.Name} holds {Leaf.Node.Type} in encoding {_page.Encoding}, which this reader does not know.");
}
