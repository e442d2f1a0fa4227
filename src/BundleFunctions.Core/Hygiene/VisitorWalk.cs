using System.Numerics;

namespace BundleFunctions.Hygiene;

/// <summary>How one visitor goes through the shop: how fast, how broadly, and whether it buys. Takes events in order of time; about 100 bytes, and
/// 128 more from the seventeenth product of a day on.</summary>
internal sealed class VisitorWalk
{
    private const int ExactProducts = 16;
    private const int SketchWords = 16;
    private const int SketchBits = SketchWords * 64;

    private long _lastMoment = long.MinValue;
    private long _minute;
    private long _hour;
    private long _day = long.MinValue;
    private int _inMinute;
    private int _inHour;
    private int _viewsToday;
    private ulong[]? _sketch;

    /// <summary>Views, clicks and searches.</summary>
    public int Pages { get; private set; }

    /// <summary>Additions to a cart and purchases.</summary>
    public int Buys { get; private set; }

    /// <summary>Days on which it looked at products.</summary>
    public int Days { get; private set; }

    /// <summary>Most pages at different moments of one minute.</summary>
    public int MostInMinute { get; private set; }

    /// <summary>Most pages at different moments of one hour.</summary>
    public int MostInHour { get; private set; }

    /// <summary>Most different products looked at on one day.</summary>
    public int MostProductsOnDay { get; private set; }

    /// <summary>Different products of each day, added up, without <see cref="Close"/> those of the last day.</summary>
    public long Products { get; private set; }

    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Type is EventType.AddToCart or EventType.Purchase)
        {
            Buys++;
        }
        else if (shopEvent.Type is EventType.View or EventType.Click or EventType.Search)
        {
            Pages++;
            AddPage(shopEvent.OccurredAt.UtcTicks);
            if (shopEvent.Items.Count > 0)
            {
                AddProduct(shopEvent.OccurredAt.UtcTicks / TimeSpan.TicksPerDay, shopEvent.Items[0].ProductId);
            }
        }
    }

    /// <summary>Ends the last day.</summary>
    public void Close()
    {
        if (_day != long.MinValue)
        {
            var products = ProductsToday();
            Days++;
            Products += products;
            MostProductsOnDay = Math.Max(MostProductsOnDay, products);
            _day = long.MinValue;
        }
    }

    // Pages of one moment count as one: where times are cut to the minute or the day, a person's many pages look like a robot's.
    private void AddPage(long ticks)
    {
        if (ticks == _lastMoment)
        {
            return;
        }

        _lastMoment = ticks;
        var (minute, hour) = (ticks / TimeSpan.TicksPerMinute, ticks / TimeSpan.TicksPerHour);
        _inMinute = minute == _minute ? _inMinute + 1 : 1;
        _inHour = hour == _hour ? _inHour + 1 : 1;
        (_minute, _hour) = (minute, hour);
        MostInMinute = Math.Max(MostInMinute, _inMinute);
        MostInHour = Math.Max(MostInHour, _inHour);
    }

    private void AddProduct(long day, ProductId product)
    {
        if (day != _day)
        {
            Close();
            (_day, _viewsToday) = (day, 0);
            _sketch?.AsSpan().Clear();
        }

        if (++_viewsToday > ExactProducts)
        {
            _sketch ??= new ulong[SketchWords];
            var bit = StableHash(product.Value) % SketchBits;
            _sketch[bit / 64] |= 1UL << (int)(bit % 64);
        }
    }

    // The first sixteen count as different. Of the others the unset bits tell how many there are (linear counting: Whang, Vander-Zanden and Taylor,
    // "A linear-time probabilistic counting algorithm", 1990).
    private int ProductsToday()
    {
        if (_sketch is null || _viewsToday <= ExactProducts)
        {
            return _viewsToday;
        }

        var set = 0;
        foreach (var word in _sketch)
        {
            set += BitOperations.PopCount(word);
        }

        var estimate = set == SketchBits ? _viewsToday : (int)Math.Round(-SketchBits * Math.Log((SketchBits - set) / (double)SketchBits));
        return Math.Min(_viewsToday, ExactProducts + estimate);
    }

    // FNV-1a with a last mixing (Fowler, Noll, Vo; the finaliser of MurmurHash3): the same on every machine and in every run.
    private static ulong StableHash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
