using System.Globalization;
using BundleFunctions.Ports;

namespace BundleFunctions.Training;

/// <summary>Decides by the volume of data whether deep models are worth a run, and on what machine.</summary>
public static class RetrainPlanner
{
    /// <param name="volume">What there is; not looked at where <see cref="RetrainOptions.Deep"/> is never.</param>
    /// <param name="options">Valid options.</param>
    public static TrainingPlan Plan(DataVolume volume, RetrainOptions options)
    {
        if (options.Deep == DeepTraining.Never)
        {
            return TrainingPlan.Classical;
        }

        var (deep, reason) = options.Deep switch
        {
            DeepTraining.Always => (true, "deep models: Retrain:Deep is Always"),
            _ => FindShortage(volume, options) is { } shortage ? (false, $"classical models: {shortage}") : (true, $"deep models: {Describe(volume)}"),
        };
        return !deep ? new TrainingPlan(false, ComputeProfile.Cpu, reason)
            : !options.Gpu ? new TrainingPlan(true, ComputeProfile.Cpu, $"{reason}; cpu: Retrain:Gpu is false")
            : volume.Events < options.GpuMinEvents ? new TrainingPlan(true, ComputeProfile.Cpu, $"{reason}; cpu: {Below("events", volume.Events, options.GpuMinEvents)}")
            : new TrainingPlan(true, ComputeProfile.Gpu, $"{reason}; gpu: {Number(volume.Events)} events, {Number(options.GpuMinEvents)} are enough");
    }

    private static string? FindShortage(DataVolume volume, RetrainOptions options)
    {
        var shortages = new List<string>();
        Ask("events", volume.Events, options.DeepMinEvents);
        Ask("orders", volume.Orders, options.DeepMinOrders);
        Ask("products", volume.Products, options.DeepMinProducts);
        return shortages.Count == 0 ? null : string.Join(", ", shortages);

        void Ask(string what, long? found, long least)
        {
            if (found < least)
            {
                shortages.Add(Below(what, found.Value, least));
            }
        }
    }

    private static string Below(string what, long found, long least) => $"{Number(found)} of at least {Number(least)} {what}";

    private static string Describe(DataVolume volume) =>
        $"{Number(volume.Events)} events, {(volume.Orders is { } orders ? Number(orders) : "not yet counted")} orders, {Number(volume.Products)} products";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
