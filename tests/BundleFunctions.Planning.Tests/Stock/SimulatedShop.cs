using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Planning.Tests.Stock;

/// <summary>Weekly demand of a made-up shop: steady, seasonal, growing, bursty and sleepy goods, three years of them. The last year is what happens.</summary>
internal static class SimulatedShop
{
    public const int Weeks = 156;

    public static double[][] Demand(int products, ulong seed) => [.. Enumerable.Range(0, products).Select(product => DemandOf(product, seed))];

    private static double[] DemandOf(int product, ulong seed)
    {
        var random = SeededRandom.ForStream(seed, "demand", (ulong)product);
        var mean = Math.Exp((random.NextDouble() * 4) - 0.5);
        var season = product % 3 == 0 ? 0.5 * random.NextDouble() : 0;
        var growth = product % 4 == 0 ? random.NextDouble() - 0.4 : 0;
        var bursts = product % 5 == 0 ? 0.05 : 0;
        var phase = random.NextDouble() * 2 * Math.PI;
        var spread = 0.1 + (0.7 * random.NextDouble());
        var demand = new double[Weeks];
        for (var week = 0; week < Weeks; week++)
        {
            var level = mean * (1 + (season * Math.Sin((2 * Math.PI * week / 52) + phase))) * (1 + (growth * week / Weeks));
            var noisy = level * Math.Exp((spread * random.NextNormal()) - (spread * spread / 2)) * (random.NextBool(bursts) ? 4 : 1);
            demand[week] = Poisson(noisy, random);
        }

        return demand;
    }

    private static double Poisson(double mean, SeededRandom random)
    {
        var (count, time) = (-1, 0.0);
        while (time <= mean)
        {
            time += random.NextExponential(1);
            count++;
        }

        return count;
    }
}
