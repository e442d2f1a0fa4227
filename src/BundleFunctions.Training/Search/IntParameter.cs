namespace BundleFunctions.Training.Search;

/// <summary>A whole number, every one alike likely at first.</summary>
public sealed class IntParameter : Parameter
{
    private readonly int _low;
    private readonly int _high;

    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, at least <paramref name="low"/>.</param>
    public IntParameter(string name, int low, int high)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        (_low, _high) = (low, high);
    }

    /// <inheritdoc/>
    public override string Fingerprint => $"{Name}:int:{_low}..{_high}";

    /// <inheritdoc/>
    public override ParameterValue At(double place) => ParameterValue.Of(Math.Min(_high, _low + Math.Floor(place * ((double)_high - _low + 1))));
}
