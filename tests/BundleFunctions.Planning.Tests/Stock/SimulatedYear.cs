namespace BundleFunctions.Planning.Tests.Stock;

/// <summary>One year of a shop that looks at its stock every week: goods ordered come two weeks later, demand that finds nothing is lost.</summary>
/// <param name="Service">Share of product weeks whose whole demand was met.</param>
/// <param name="Stock">Mean pieces on hand at the end of a week, a product.</param>
internal sealed record SimulatedYear(double Service, double Stock)
{
    public const int LeadWeeks = 2;

    /// <param name="demand">By product and week.</param>
    /// <param name="start">The first week that is played; weeks before it are known.</param>
    /// <param name="level">What the position of a product is filled up to at the start of a week.</param>
    public static SimulatedYear Play(double[][] demand, int start, Func<int, int, double> level)
    {
        var (met, weeks, stock) = (0, 0, 0.0);
        for (var product = 0; product < demand.Length; product++)
        {
            var onHand = Math.Ceiling(level(product, start));
            var coming = new Queue<double>(new double[LeadWeeks]);
            for (var week = start; week < demand[product].Length; week++)
            {
                onHand += coming.Dequeue();
                coming.Enqueue(Math.Max(0, Math.Ceiling(level(product, week)) - onHand - coming.Sum()));
                var wanted = demand[product][week];
                met += wanted <= onHand ? 1 : 0;
                weeks++;
                onHand = Math.Max(0, onHand - wanted);
                stock += onHand;
            }
        }

        return new SimulatedYear(met / (double)weeks, stock / weeks);
    }
}
