using System.Globalization;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Figures of the page as readers expect them, the same in every culture.</summary>
internal static class SalesText
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Share(double share) => share.ToString("P2", CultureInfo.InvariantCulture);

    public static string Figure(Estimate? estimate) => estimate is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:G4} ({estimate.Low:G4} to {estimate.High:G4})");
}
