using System.Globalization;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>A mean with its 95 % interval, where values of one cluster (a user tested under several seeds) are not independent.</summary>
internal sealed record Figure(double Mean, double HalfWidth)
{
    /// <summary>Standard error of a mean over clusters: the root of the summed squares of each cluster's summed deviations, over the number of values.
    /// Cameron and Miller 2015.</summary>
    public static Figure Of(IReadOnlyList<(int Cluster, double Value)> values)
    {
        var mean = values.Sum(value => value.Value) / values.Count;
        var squares = values.GroupBy(value => value.Cluster).Select(cluster => cluster.Sum(value => value.Value - mean)).Sum(sum => sum * sum);
        return new Figure(mean, 1.96 * Math.Sqrt(squares) / values.Count);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mean:F4} [{Mean - HalfWidth:F4}, {Mean + HalfWidth:F4}]");
}
