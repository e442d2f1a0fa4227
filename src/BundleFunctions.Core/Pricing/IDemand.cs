namespace BundleFunctions.Pricing;

/// <summary>Demand for a bundle and its products, ready to be asked what a price would do.</summary>
internal interface IDemand
{
    /// <summary>Everything that is bought without a bundle; <see cref="PriceOutcome.Units"/> is the population's weight.</summary>
    PriceOutcome Singly { get; }

    /// <summary>What a price does: those who would pay as much take the bundle, and leave what they bought singly.</summary>
    PriceOutcome At(double price);
}
