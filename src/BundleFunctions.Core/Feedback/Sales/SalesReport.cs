namespace BundleFunctions.Feedback.Sales;

/// <summary>What bundles earned.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="WindowDays">Days after a click within which a purchase is credited to it.</param>
/// <param name="Currency">Of every amount that names no other.</param>
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
    /// <summary>By first level of the category, the most margin first. Impressions, clicks and kinds of credit stand with the bundle's anchor, amounts with
    /// each product's own category.</summary>
    public IReadOnlyList<SalesRow> Categories { get; init; } = [];

    /// <summary>By the buyer's segment, the most margin first; buyers of no segment have no row.</summary>
    public IReadOnlyList<SalesRow> Segments { get; init; } = [];

    /// <summary>By week, named by its Monday, in the order of time.</summary>
    public IReadOnlyList<SalesRow> Weeks { get; init; } = [];

    /// <summary>What giving always the same share of the discounts would have earned; null where no share was left to chance.</summary>
    public IReadOnlyList<PolicyReport>? Policies { get; init; }
}
