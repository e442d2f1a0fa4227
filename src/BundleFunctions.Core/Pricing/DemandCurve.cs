namespace BundleFunctions.Pricing;

/// <summary>Consumers whose reservation prices are known.</summary>
internal sealed class DemandCurve : IDemand
{
    private readonly double[] _reservations;
    private readonly PriceOutcome[] _singly;
    private readonly BundleTerms _terms;

    /// <summary>Sorts the segments by what they would pay, and sums up what those before each buy singly.</summary>
    public DemandCurve(List<DemandSegment> segments, BundleTerms terms)
    {
        _terms = terms;
        var sorted = segments.ToArray();
        _reservations = new double[sorted.Length];
        _singly = new PriceOutcome[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            _reservations[i] = -sorted[i].Reservation;
        }

        Array.Sort(_reservations, sorted);
        for (var i = 0; i < sorted.Length; i++)
        {
            var segment = sorted[i];
            _singly[i + 1] = _singly[i] + (segment.Weight * new PriceOutcome(1, segment.Revenue, segment.Margin, segment.SlowPieces));
        }
    }

    /// <inheritdoc/>
    public PriceOutcome Singly => _singly[^1];

    /// <inheritdoc/>
    public PriceOutcome At(double price)
    {
        // A billionth of tolerance: sums of prices are not exact in binary.
        var count = Array.BinarySearch(_reservations, -(price * (1 - 1e-9)));
        count = count < 0 ? ~count : count + 1;
        while (count < _reservations.Length && -_reservations[count] >= price * (1 - 1e-9))
        {
            count++;
        }

        return _terms.Gain(price, _singly[count]);
    }
}
