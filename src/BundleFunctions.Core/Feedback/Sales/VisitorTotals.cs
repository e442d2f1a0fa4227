namespace BundleFunctions.Feedback.Sales;

/// <summary>What one visitor was worth.</summary>
internal sealed class VisitorTotals
{
    /// <summary>Margin before the period.</summary>
    public double Prior { get; private set; }

    public double Margin { get; private set; }

    public int Orders { get; private set; }

    /// <summary>Seen in the period.</summary>
    public bool IsSeen { get; set; }

    public bool IsRobot { get; set; }

    /// <summary>The segment of the person that the visitor was last seen to be; null where none is known.</summary>
    public string? Segment { get; set; }

    /// <summary>Margin by week and category; null where nothing was bought, or nobody is held out to compare with.</summary>
    public List<(int Part, double Margin)>? Parts { get; private set; }

    /// <summary>The experiments whose answers the visitor got; null where there are none.</summary>
    public List<Exposure>? Exposures { get; set; }

    /// <summary>Adds what was bought, or, where negative, given back.</summary>
    /// <param name="orders">Orders that begin with it: 1, or 0 for a return.</param>
    /// <param name="orderedAt">When it was ordered.</param>
    public void Add(decimal revenue, decimal margin, int orders, DateTimeOffset orderedAt)
    {
        Margin += (double)margin;
        Orders += orders;
        foreach (var exposure in Exposures ?? [])
        {
            if (exposure.At <= orderedAt)
            {
                exposure.Margin += (double)margin;
                exposure.Revenue += (double)revenue;
                exposure.Orders += orders;
            }
        }
    }

    public void AddPart(int part, decimal margin) => (Parts ??= new List<(int Part, double Margin)>(2)).Add((part, (double)margin));

    public void AddPrior(decimal margin) => Prior += (double)margin;
}
