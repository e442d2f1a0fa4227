namespace BundleFunctions.Feedback.Sales;

/// <summary>What bundles earned.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="WindowDays">Days after a click within which a purchase is credited to it.</param>
/// <param name="Currency">Of every amount; other currencies are left out and counted.</param>
/// <param name="Total">All bundles together.</param>
/// <param name="Revenue">All revenue of the shop in the period, returns not taken back.</param>
/// <param name="VisitorShare">Share of visitors whose totals were kept, above 0 and at most 1.</param>
/// <param name="Uplift">Against the holdout; null where the shop has none.</param>
/// <param name="Experiments">By id.</param>
/// <param name="Bundles">The most margin first.</param>
/// <param name="Models">By the model that answered, the most margin first.</param>
/// <param name="Rules">By rule.</param>
/// <param name="Variants">By variant.</param>
/// <param name="Days">Every day of the period.</param>
/// <param name="Counts">What was seen and what was left out.</param>
public sealed record SalesReport(
    ShopId Shop,
    DateOnly From,
    DateOnly To,
    int WindowDays,
    string Currency,
    SalesTally Total,
    decimal Revenue,
    double VisitorShare,
    UpliftReport? Uplift,
    IReadOnlyList<ExperimentReport> Experiments,
    IReadOnlyList<SalesRow> Bundles,
    IReadOnlyList<SalesRow> Models,
    IReadOnlyList<SalesRow> Rules,
    IReadOnlyList<SalesRow> Variants,
    IReadOnlyList<SalesDay> Days,
    SalesCounts Counts)
{
    /// <summary>What giving always the same share of the discounts would have earned; null where no share was left to chance.</summary>
    public IReadOnlyList<PolicyReport>? Policies { get; init; }
}
