using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Writes event columns as one Parquet file. The same events in the same order give the same bytes.</summary>
/// <remarks>Holds room for the columns of one part and uses it again. Not safe for use by several threads at once.</remarks>
internal sealed class PartEncoder
{
    private readonly ParquetFileWriter _writer;
    private readonly ColumnEncoder _columns;
    private readonly ColumnShape _rows = new();
    private readonly ColumnShape _items = new();
    private int[] _types = [];
    private long[] _quantities = [];

    public PartEncoder(ParquetCodec codec)
    {
        _writer = new ParquetFileWriter(EventSchema.Root, codec);
        _columns = new ColumnEncoder(_writer);
    }

    /// <summary>The bytes of the part, good until the next call.</summary>
    public ByteBuffer Encode(EventColumns events)
    {
        _rows.OfRows(events.Count);
        _items.OfItems(events.ItemEnds);
        _writer.BeginFile();
        _columns.Bytes(_rows, events.EventIds);
        _columns.Texts(_rows, Types(events.Types), EventSchema.TypeNames);
        _columns.Times(_rows, events.Times);
        Texts(events, TextField.Visitor);
        Texts(events, TextField.User);
        Texts(events, TextField.Session);
        Texts(events, TextField.Order);
        _columns.Texts(_items, events.Items.Products, events.Texts);
        _columns.Numbers(_items, Quantities(events.Items.Quantities));
        _columns.Numbers(_items, events.Items.UnitPrices);
        _columns.Numbers(_items, events.Items.Discounts);
        _columns.Texts(_items, events.Items.Titles, events.Texts);
        Texts(events, TextField.Currency);
        Texts(events, TextField.Query);
        _columns.Numbers(_rows, events.Ratings);
        Texts(events, TextField.Channel);
        _columns.Bytes(_rows, events.RecommendationIds);
        Texts(events, TextField.BundleId);
        _columns.Consents(_rows, events.Consents, ConsentCode.Personalization);
        _columns.Consents(_rows, events.Consents, ConsentCode.Analytics);
        Texts(events, TextField.Robot);
        _writer.EndFile(events.Count);
        return _writer.File;
    }

    private void Texts(EventColumns events, TextField field) => _columns.Texts(_rows, events.Codes(field), events.Texts);

    private ReadOnlySpan<int> Types(ReadOnlySpan<EventType> types)
    {
        Grow(ref _types, types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            _types[i] = EventSchema.CodeOf(types[i]);
        }

        return _types.AsSpan(0, types.Length);
    }

    private ReadOnlySpan<long> Quantities(ReadOnlySpan<int> quantities)
    {
        Grow(ref _quantities, quantities.Length);
        for (var i = 0; i < quantities.Length; i++)
        {
            _quantities[i] = quantities[i];
        }

        return _quantities.AsSpan(0, quantities.Length);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}
