namespace BundleFunctions.Ports;

/// <summary>What a training run used.</summary>
/// <param name="Seconds">Seconds of the machine; 0 where the run never began.</param>
/// <param name="Profile">The machine.</param>
/// <param name="PricePerHour">Price of an hour of it, from the settings; null where none is set.</param>
/// <param name="Currency">The price's currency; null where no price is set.</param>
public sealed record TrainingCost(double Seconds, ComputeProfile Profile, decimal? PricePerHour = null, string? Currency = null)
{
    /// <summary>Seconds / 3600 x price of an hour, to the hundredth of a hundredth; null where no price is set.</summary>
    public decimal? Amount => PricePerHour is { } price ? decimal.Round((decimal)Seconds / 3600m * price, 4) : null;
}
