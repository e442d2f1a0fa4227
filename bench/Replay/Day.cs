namespace BundleFunctions.Replay;

/// <summary>A day of a shop: quiet at night, busiest in the evening.</summary>
internal sealed class Day(double answers, double speed, string[] products, int seed)
{
    // Shares of a shop's day by hour; they sum to 1. The shape of evening shoppers, not of one shop.
    private static readonly double[] Hours =
    [
        0.014, 0.009, 0.006, 0.005, 0.005, 0.008, 0.016, 0.027, 0.039, 0.047, 0.052, 0.054,
        0.054, 0.052, 0.051, 0.052, 0.054, 0.058, 0.066, 0.077, 0.083, 0.078, 0.058, 0.035,
    ];

    /// <summary>Requests a second, on the mean of the day, as replayed.</summary>
    public double MeanRate => answers / 86_400 * speed;

    /// <summary>Requests with their time since the start; the replay begins at six in the evening, where the day is busiest.</summary>
    public IEnumerable<(TimeSpan At, string Path)> Requests(string shop, double seconds)
    {
        var random = new Random(seed);
        var at = 0.0;
        while (true)
        {
            var hour = (int)(((at * speed / 3600) + 18) % 24);
            var rate = answers * Hours[hour] / 3600 * speed;
            at += -Math.Log(1 - random.NextDouble()) / rate;
            if (at >= seconds)
            {
                yield break;
            }

            yield return (TimeSpan.FromSeconds(at), Path(shop, random));
        }
    }

    // One page in ten is the home page. The rank of a product falls off as 1 / rank, by the inverse of the continuous law.
    private string Path(string shop, Random random) => random.NextDouble() < 0.1
        ? $"api/v1/{shop}/bundles"
        : $"api/v1/{shop}/products/{Uri.EscapeDataString(products[(int)Math.Pow(products.Length, random.NextDouble()) - 1])}/bundles";
}
