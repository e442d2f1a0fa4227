namespace BundleFunctions.Planning.Series;

/// <summary>Days on which a shop sells otherwise than usual: a holiday, a promotion. The same name comes again, in the past to learn from and in the
/// future to foretell.</summary>
/// <param name="Name">What it is, such as <c>easter</c> or <c>summer-sale</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, <paramref name="From"/> or later.</param>
/// <param name="Products">The products that it concerns; null for all.</param>
public sealed record CalendarPeriod(string Name, DateOnly From, DateOnly To, IReadOnlyList<string>? Products = null)
{
    public bool Covers(DateOnly day) => day >= From && day <= To;

    public bool Concerns(string product) => Products is null || Products.Contains(product, StringComparer.Ordinal);
}
