namespace BundleFunctions.Statistics;

/// <summary>Moments of an outcome y and of a covariate x that was known before: what an adjusted difference needs, in 48 bytes a group.</summary>
public sealed class CovariateMoments
{
    private double _meanX;
    private double _meanY;
    private double _squaresX;
    private double _squaresY;
    private double _products;

    public long Count { get; private set; }

    /// <summary>The outcome alone.</summary>
    public Moments Outcome => new(Count, _meanY, _squaresY);

    public double MeanX => _meanX;

    public double SquaresX => _squaresX;

    /// <summary>Sum of (x - mean x)(y - mean y).</summary>
    public double Products => _products;

    /// <summary>Adds one unit. Both must be finite.</summary>
    public void Add(double x, double y)
    {
        Count++;
        var (fromX, fromY) = (x - _meanX, y - _meanY);
        _meanX += fromX / Count;
        _meanY += fromY / Count;
        _squaresX += fromX * (x - _meanX);
        _squaresY += fromY * (y - _meanY);
        _products += fromX * (y - _meanY);
    }
}
