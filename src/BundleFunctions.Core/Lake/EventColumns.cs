using System.Numerics;

namespace BundleFunctions.Lake;

/// <summary>Events as columns: an array a field, a row an event. Parts of the lake are written from it and read into it.</summary>
/// <remarks>Codes are those of <see cref="Texts"/>, which other columns may share.</remarks>
/// <param name="texts">What the codes stand for.</param>
internal sealed class EventColumns(TextTable texts)
{
    private const int FirstRows = 32;
    private const int RowBytes = 69;
    private const int ItemBytes = 28;

    private readonly int[][] _codes = [.. Enum.GetValues<TextField>().Select(_ => new int[FirstRows])];
    private EventType[] _types = new EventType[FirstRows];
    private long[] _times = new long[FirstRows];
    private long[] _ratings = new long[FirstRows];
    private ConsentCode[] _consents = new ConsentCode[FirstRows];
    private int[] _itemEnds = new int[FirstRows];

    public TextTable Texts { get; private set; } = texts;

    public int Count { get; private set; }

    /// <summary>Bytes that the rows take, without the room that is kept for more and without the texts.</summary>
    public long Bytes => ((long)Count * RowBytes) + ((long)Items.Count * ItemBytes) + EventIds.Length + RecommendationIds.Length;

    public ByteColumn EventIds { get; } = new();

    /// <summary>Empty where absent.</summary>
    public ByteColumn RecommendationIds { get; } = new();

    public ItemColumns Items { get; } = new();

    public Span<EventType> Types => _types.AsSpan(0, Count);

    /// <summary>Microseconds since 1970.</summary>
    public Span<long> Times => _times.AsSpan(0, Count);

    /// <summary>In units of 10^-8, or <see cref="LakeUnits.Absent"/>.</summary>
    public Span<long> Ratings => _ratings.AsSpan(0, Count);

    public Span<ConsentCode> Consents => _consents.AsSpan(0, Count);

    /// <summary>Where the items of each row end in <see cref="Items"/>; they begin where those of the row before end.</summary>
    public Span<int> ItemEnds => _itemEnds.AsSpan(0, Count);

    /// <summary>Codes of one field.</summary>
    public Span<int> Codes(TextField field) => _codes[(int)field].AsSpan(0, Count);

    /// <summary>Where the items of a row stand in <see cref="Items"/>.</summary>
    public Range ItemsOf(int row) => (row == 0 ? 0 : _itemEnds[row - 1]).._itemEnds[row];

    /// <summary>Adds an event.</summary>
    /// <exception cref="OverflowException">A price is outside of what the lake holds (<see cref="LakeUnits"/>).</exception>
    public void Append(ShopEvent shopEvent)
    {
        foreach (var item in shopEvent.Items)
        {
            Items.Add(new ItemRow(
                Texts.Intern(item.ProductId.Value),
                item.Quantity,
                LakeUnits.Scaled(item.UnitPrice),
                LakeUnits.Scaled(item.Discount),
                Texts.Intern(item.Title)));
        }

        var at = NextRow();
        EventIds.Add(shopEvent.EventId.Value);
        RecommendationIds.Add(shopEvent.RecommendationId);
        _types[at] = shopEvent.Type;
        _times[at] = LakeUnits.Microseconds(shopEvent.OccurredAt);
        _ratings[at] = LakeUnits.Scaled(shopEvent.Rating);
        _consents[at] = LakeUnits.Code(shopEvent.Consent);
        _itemEnds[at] = Items.Count;
        _codes[(int)TextField.Visitor][at] = Texts.Intern(shopEvent.Visitor?.Value);
        _codes[(int)TextField.User][at] = Texts.Intern(shopEvent.User?.Value);
        _codes[(int)TextField.Session][at] = Texts.Intern(shopEvent.Session?.Value);
        _codes[(int)TextField.Order][at] = Texts.Intern(shopEvent.Order?.Value);
        _codes[(int)TextField.Currency][at] = Texts.Intern(shopEvent.Currency);
        _codes[(int)TextField.Query][at] = Texts.Intern(shopEvent.Query);
        _codes[(int)TextField.Channel][at] = Texts.Intern(shopEvent.Channel);
        _codes[(int)TextField.BundleId][at] = Texts.Intern(shopEvent.BundleId?.Value);
        _codes[(int)TextField.Robot][at] = Texts.Intern(shopEvent.Robot);
    }

    /// <summary>Adds a row of other columns that share the texts.</summary>
    public void Append(EventColumns from, int row)
    {
        var items = from.ItemsOf(row);
        for (var i = items.Start.Value; i < items.End.Value; i++)
        {
            Items.Add(from.Items[i]);
        }

        var at = NextRow();
        EventIds.Add(from.EventIds[row]);
        RecommendationIds.Add(from.RecommendationIds[row]);
        _types[at] = from._types[row];
        _times[at] = from._times[row];
        _ratings[at] = from._ratings[row];
        _consents[at] = from._consents[row];
        _itemEnds[at] = Items.Count;
        for (var field = 0; field < _codes.Length; field++)
        {
            _codes[field][at] = from._codes[field][row];
        }
    }

    /// <summary>Adds rows in which all is absent, to be filled; ids have to be added one by one. Their items end where they begin.</summary>
    public void Extend(int rows)
    {
        var start = Count;
        if (start + rows > _times.Length)
        {
            Grow((int)BitOperations.RoundUpToPowerOf2((uint)(start + rows)));
        }

        Count += rows;
        Types[start..].Clear();
        Times[start..].Clear();
        Ratings[start..].Fill(LakeUnits.Absent);
        Consents[start..].Clear();
        ItemEnds[start..].Fill(Items.Count);
        foreach (var codes in _codes)
        {
            codes.AsSpan(start, rows).Clear();
        }
    }

    /// <summary>Forgets all rows and keeps the room.</summary>
    public void Clear()
    {
        Count = 0;
        Items.Clear();
        EventIds.Clear();
        RecommendationIds.Clear();
    }

    /// <summary>The same, for codes of another table.</summary>
    public void Clear(TextTable texts)
    {
        Clear();
        Texts = texts;
    }

    private int NextRow()
    {
        if (Count == _times.Length)
        {
            Grow(Count * 2);
        }

        return Count++;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _types, capacity);
        Array.Resize(ref _times, capacity);
        Array.Resize(ref _ratings, capacity);
        Array.Resize(ref _consents, capacity);
        Array.Resize(ref _itemEnds, capacity);
        foreach (ref var codes in _codes.AsSpan())
        {
            Array.Resize(ref codes, capacity);
        }
    }
}
