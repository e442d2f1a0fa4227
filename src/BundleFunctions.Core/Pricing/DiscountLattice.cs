namespace BundleFunctions.Pricing;

/// <summary>Equally spaced discounts at which demand is tabulated, from none to the largest that will be asked for.</summary>
internal sealed class DiscountLattice
{
    private const int MostSteps = 48;

    private readonly Dictionary<double, double[]> _logs = [];

    /// <summary>The lattice up to <paramref name="largest"/>, 0 or more.</summary>
    public DiscountLattice(double largest) => (Steps, Step) = largest > 0 ? (MostSteps, largest / MostSteps) : (0, 1);

    /// <summary>Steps from no discount to the largest; 0 where there is none.</summary>
    public int Steps { get; }

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
