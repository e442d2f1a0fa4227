namespace BundleFunctions.DemoShop;

/// <summary>What the demo shop is made from. Equal options give equal bytes.</summary>
public sealed record DemoShopOptions
{
    /// <summary>The seed of everything; any value.</summary>
    public ulong Seed { get; init; } = 20260630;

    /// <summary>Products of the catalogue, variants counted apart; 200..1,000,000.</summary>
    public int Products { get; init; } = 1_000;

    /// <summary>People who visit the shop, 20 or more; robots come on top.</summary>
    public int Visitors { get; init; } = 5_000;

    /// <summary>Days of events, 7..730.</summary>
    public int Days { get; init; } = 90;

    /// <summary>The last of those days. Fixed, so that the bytes do not depend on the clock.</summary>
    public DateOnly LastDay { get; init; } = new(2026, 6, 30);

    /// <summary>Orders over all days, exactly; 1 or more.</summary>
    public int Orders { get; init; } = 12_000;

    /// <summary>Bundles planted in the orders, 1..<see cref="Products"/> / 8, each with an anchor of its own; fewer where too few
    /// products fit together.</summary>
    public int Bundles { get; init; } = 120;

    /// <summary>Bad lines among the events, exactly; 0 or more. They are extra: no good line is lost.</summary>
    public int DirtyLines { get; init; } = 20;

    /// <summary>Lines that repeat an earlier event byte for byte, exactly; 0 or more.</summary>
    public int DuplicateLines { get; init; } = 30;

    /// <summary>Every how many days the file is gzipped; 0 for never.</summary>
    public int GzipEvery { get; init; } = 7;

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => LastDay.AddDays(1 - Days);

    /// <summary>
    /// A shop that is <paramref name="factor"/> times as large in products, visitors, orders and bundles over the same days,
    /// so that a planted bundle is as learnable as before.
    /// </summary>
    /// <param name="factor">Above 0; results are rounded; <see cref="Validate"/> says whether they are in range.</param>
    public DemoShopOptions Scale(double factor) => this with
    {
        Products = Times(Products, factor),
        Visitors = Times(Visitors, factor),
        Orders = Times(Orders, factor),
        Bundles = Times(Bundles, factor),
    };

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Products is < 200 or > 1_000_000 ? $"products is {Products}; expected 200..1000000."
        : Visitors < 20 ? $"visitors is {Visitors}; expected 20 or more."
        : Days is < 7 or > 730 ? $"days is {Days}; expected 7..730."
        : LastDay.Year is < 1990 or > 9000 ? $"lastDay is {LastDay:O}; expected a year within 1990..9000."
        : Orders < 1 ? $"orders is {Orders}; expected 1 or more."
        : Bundles < 1 || Bundles > Products / 8 ? $"bundles is {Bundles}; expected 1..{Products / 8}, an eighth of the products."
        : DirtyLines < 0 ? $"dirtyLines is {DirtyLines}; expected 0 or more."
        : DuplicateLines < 0 ? $"duplicateLines is {DuplicateLines}; expected 0 or more."
        : GzipEvery < 0 ? $"gzipEvery is {GzipEvery}; expected 0 or more."
        : null;

    private static int Times(int count, double factor) => checked((int)Math.Round(count * factor, MidpointRounding.AwayFromZero));
}
