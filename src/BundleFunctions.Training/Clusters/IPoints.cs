namespace BundleFunctions.Training.Clusters;

/// <summary>Points of one space, numbered 0..Count - 1.</summary>
public interface IPoints
{
    int Count { get; }

    int Dimensions { get; }

    /// <summary>Squared length of a point.</summary>
    double Square(int point);

    /// <summary>Dot product of a point and a vector.</summary>
    double Dot(int point, ReadOnlySpan<double> vector);

    /// <summary>Dot product of two points.</summary>
    double Dot(int point, int other);

    /// <summary>Adds a point to a vector.</summary>
    void AddTo(int point, Span<double> vector);
}
