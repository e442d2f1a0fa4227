namespace BundleFunctions.Pricing;

/// <summary>A population, ready to be asked what a price would do.</summary>
internal sealed class DemandCurve
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

    /// <summary>Everything that is bought without a bundle; <see cref="PriceOutcome.Units"/> is the population's weight.</summary>
    public PriceOutcome Singly => _singly[^1];

    /// <summary>What a price does: those who would pay as much take the bundle, and leave what they bought singly.</summary>
    public PriceOutcome At(double price)
    {
        // A billionth of tolerance: sums of prices are not exact in binary.
        var count = Array.BinarySearch(_reservations, -(price * (1 - 1e-9)));
        count = count < 0 ? ~count : count + 1;
        while (count < _reservations.Length && -_reservations[count] >= price * (1 - 1e-9))
        {
            count++;
        }

        var left = _singly[count];
        return (left.Units * new PriceOutcome(1, price, (price * _terms.Kept) - _terms.CostPerSale, _terms.SlowPieces))
            + (-1 * left with { Units = 0 });
    }
}
