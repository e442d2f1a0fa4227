namespace BundleFunctions.Pricing;

/// <summary>Equally spaced discounts at which demand is tabulated, from none to the largest that will be asked for.</summary>
internal sealed class DiscountLattice
{
    /// <summary>Steps from no discount to the largest.</summary>
    public const int Steps = 64;

    private readonly Dictionary<double, double[]> _logs = [];

    /// <summary>Its step makes up for <paramref name="largest"/>, an amount above 0.</summary>
    public DiscountLattice(double largest) => Step = largest / Steps;

    /// <summary>From one discount to the next.</summary>
    public double Step { get; }

    /// <summary>ln(1 - discount / price) of every discount; not a number, or minus infinity, where it takes off the price or more.</summary>
    public double[] LogsOf(double price)
    {
        if (!_logs.TryGetValue(price, out var logs))
        {
            logs = new double[Steps + 1];
            for (var i = 1; i <= Steps; i++)
            {
                logs[i] = Math.Log(1 - (i * Step / price));
            }

            _logs.Add(price, logs);
        }

        return logs;
    }
}
