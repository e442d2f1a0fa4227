using System.Buffers;

namespace BundleFunctions.Intake.Fast;

/// <summary>What the records of one chunk became, in their order.</summary>
internal sealed class EventBatch
{
    private ParsedEvent[] _events = new ParsedEvent[1024];
    private ParsedItem[] _items = new ParsedItem[1024];

    public int Count { get; private set; }

    public int ItemCount { get; set; }

    public Span<ParsedEvent> Events => _events.AsSpan(0, Count);

    /// <summary>The items of all events, one after the other.</summary>
    public Span<ParsedItem> Items => _items.AsSpan(0, ItemCount);

    /// <summary>Where the items of an event begin.</summary>
    public int FirstItemOf(int at) => at == 0 ? 0 : _events[at - 1].ItemEnd;

    /// <summary>The items of one event.</summary>
    public Span<ParsedItem> ItemsOf(int at) => Items[FirstItemOf(at).._events[at].ItemEnd];

    /// <summary>Records that the general path read, by the number of events before them.</summary>
    public List<(int Before, ParsedRecord Record)> Others { get; } = [];

    /// <summary>Ids that were derived.</summary>
    public ArrayBufferWriter<byte> Ids { get; } = new(1024);

    /// <summary>Fields that no rule knows, of the events.</summary>
    public long UnknownFields { get; set; }

    /// <summary>Room for one more event; it counts when <see cref="Accept"/> is called.</summary>
    public ref ParsedEvent Next()
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Count * 2);
        }

        ref var next = ref _events[Count];
        next = default;
        return ref next;
    }

    public void Accept() => Count++;

    /// <summary>Room for one more item.</summary>
    public ref ParsedItem NextItem()
    {
        if (ItemCount == _items.Length)
        {
            Array.Resize(ref _items, ItemCount * 2);
        }

        ref var next = ref _items[ItemCount++];
        next = default;
        return ref next;
    }

    public void Clear()
    {
        Count = 0;
        ItemCount = 0;
        UnknownFields = 0;
        Others.Clear();
        Ids.ResetWrittenCount();
    }
}
