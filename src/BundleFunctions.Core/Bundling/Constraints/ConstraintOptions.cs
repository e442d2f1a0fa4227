namespace BundleFunctions.Bundling.Constraints;

/// <summary>What a shop allows in bundles, beyond what its catalogue says of each product.</summary>
/// <remarks>What settings leave out is given as null, here and in the rules: it becomes the default.</remarks>
public sealed record ConstraintOptions
{
    /// <summary>What accessories must fit; by default attribute <c>fits</c> against the host's attribute <c>model</c>.</summary>
    public IReadOnlyList<FitRule> Fits { get; init => field = value ?? [new FitRule()]; } = [new FitRule()];

    /// <summary>Age and legal classes.</summary>
    public IReadOnlyList<ClassRule> Classes { get; init => field = value ?? []; } = [];

    /// <summary>Categories that are never bundled with each other.</summary>
    public IReadOnlyList<CategoryPair> ForbiddenCategories { get; init => field = value ?? []; } = [];

    /// <summary>At most so many products of a category.</summary>
    public IReadOnlyList<CategoryLimit> CategoryLimits { get; init => field = value ?? []; } = [];

    /// <summary>What merchandisers banned.</summary>
    public IReadOnlyList<BundleBan> Bans { get; init => field = value ?? []; } = [];

    /// <summary>What merchandisers put first.</summary>
    public IReadOnlyList<BundlePin> Pins { get; init => field = value ?? []; } = [];

    /// <summary>The first rule that cannot be used, in words; null where all are well.</summary>
    public string? Validate()
    {
        var fault = Fits.Select(rule => rule.Validate())
            .Concat(Classes.Select(rule => rule.Validate()))
            .Concat(ForbiddenCategories.Select(pair =>
                string.IsNullOrWhiteSpace(pair.One) || string.IsNullOrWhiteSpace(pair.Other) ? "a forbidden pair lacks a category." : null))
            .Concat(CategoryLimits.Select(limit =>
                string.IsNullOrWhiteSpace(limit.Category) || limit.Max < 0 ? $"the limit of category '{limit.Category}' is {limit.Max}; expected 0 or more." : null))
            .Concat(Bans.Select(ban => ban.Validate()))
            .Concat(Pins.Select(pin => pin.Validate()))
            .FirstOrDefault(found => found is not null);
        return fault is null ? null : $"bundling.constraints: {fault}";
    }

    /// <summary>The first moment after <paramref name="now"/> at which a ban or a pin begins or ends; null where none does.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => Bans.SelectMany(ban => new[] { ban.From, ban.To })
        .Concat(Pins.SelectMany(pin => new[] { pin.From, pin.To }))
        .Where(change => change > now)
        .Min();
}
