namespace BundleFunctions.Training.Clusters;

/// <summary>Points of which every coordinate is given, such as a user's spend, frequency and recency. Who gives them scales them.</summary>
/// <param name="values">Point by point, <c>count x dimensions</c>, finite.</param>
/// <param name="dimensions">1 or more.</param>
public sealed class DensePoints(double[] values, int dimensions) : IPoints
{
    public int Count => values.Length / dimensions;

    public int Dimensions => dimensions;

    public double Square(int point) => Dot(point, Of(point));

    public double Dot(int point, ReadOnlySpan<double> vector)
    {
        var of = Of(point);
        var sum = 0.0;
        for (var i = 0; i < of.Length; i++)
        {
            sum += of[i] * vector[i];
        }

        return sum;
    }

    public double Dot(int point, int other) => Dot(point, Of(other));

    public void AddTo(int point, Span<double> vector)
    {
        var of = Of(point);
        for (var i = 0; i < of.Length; i++)
        {
            vector[i] += of[i];
        }
    }

    private ReadOnlySpan<double> Of(int point) => values.AsSpan(point * dimensions, dimensions);
}
