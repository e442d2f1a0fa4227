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
        : string.Create(CultureInfo.InvariantCulture, $"{Figure(estimate.Value)} ({Figure(estimate.Low)} to {Figure(estimate.High)})");

    // Four digits that count, or all before the point.
    private static string Figure(double figure) => figure.ToString(Math.Abs(figure) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
