namespace BundleFunctions.Feedback.Sales;

/// <summary>What one visitor chose lately; forgotten when it is too old to be credited.</summary>
internal sealed class Journey
{
    private const int MaxTouches = 64;
    private const int MaxCarted = 64;
    private readonly List<Touch> _touches = [];
    private readonly Dictionary<ProductId, DateTimeOffset> _carted = [];

    public DateTimeOffset LastAt { get; private set; }

    public void Add(Touch touch)
    {
        LastAt = touch.At;
        if (_touches.Count == MaxTouches)
        {
            _touches.RemoveAt(0);
        }

        _touches.Add(touch);
    }

    /// <summary>Notes what was put into the cart on its own account; the first time counts.</summary>
    public void Cart(ProductId product, DateTimeOffset at)
    {
        LastAt = at;
        if (_carted.Count < MaxCarted)
        {
            _carted.TryAdd(product, at);
        }
    }

    public bool WasWanted(ProductId product, DateTimeOffset before) => _carted.TryGetValue(product, out var at) && at < before;

    /// <summary>The last touch of each bundle in a span of time, the newest first.</summary>
    public IEnumerable<Touch> Latest(DateTimeOffset from, DateTimeOffset through)
    {
        var seen = new HashSet<BundleId>();
        for (var i = _touches.Count - 1; i >= 0; i--)
        {
            if (_touches[i].At >= from && _touches[i].At <= through && seen.Add(_touches[i].Bundle))
            {
                yield return _touches[i];
            }
        }
    }
}
