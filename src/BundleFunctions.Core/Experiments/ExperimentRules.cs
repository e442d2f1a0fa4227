namespace BundleFunctions.Experiments;

/// <summary>What a book of experiments must keep to.</summary>
internal static class ExperimentRules
{
    public const int MaxExperiments = 100;
    private const int MaxLayers = 2;
    private const double Rounding = 1e-9;

    /// <summary>The first fault in words; null where all is well.</summary>
    /// <param name="book">The book as it would be.</param>
    /// <param name="before">The book as it is: what assigns visitors already may not assign them otherwise.</param>
    /// <param name="now">When it would be saved.</param>
    public static string? Validate(ExperimentBook book, ExperimentBook before, DateTimeOffset now)
    {
        if (!(book.Holdout.Share is >= 0 and <= 0.5) || !Identifier.IsSlug(book.Holdout.Salt, 18))
        {
            return $"holdout is {book.Holdout.Share} with salt '{book.Holdout.Salt}'; expected a share of 0..0.5 and a salt of 1..18 of a-z, 0-9 and -.";
        }

        if (book.Experiments.Any(experiment => experiment?.Variants is null || experiment.Variants.Any(variant => variant is null)
            || experiment.Guardrails?.Any(guardrail => guardrail is null) == true))
        {
            return "An experiment, a variant or a guardrail is null; expected an object.";
        }

        if (book.Experiments.Count > MaxExperiments)
        {
            return $"There are {book.Experiments.Count} experiments; expected {MaxExperiments} or fewer.";
        }

        var twice = book.Experiments.GroupBy(experiment => experiment.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is not null
            ? $"Experiment {twice.Key} stands there {twice.Count()} times; expected once."
            : book.Experiments.Select(Validate).FirstOrDefault(fault => fault is not null)
                ?? Overlap(book.Experiments) ?? Layers(book.Experiments) ?? Changed(book, before, now) ?? book.Bandit?.Validate();
    }

    private static string? Validate(ExperimentDefinition experiment)
    {
        var fault =
            !Identifier.IsSlug(experiment.Id, 18) ? "id: expected 1..18 of a-z, 0-9 and inner hyphens."
            : !Identifier.IsSlug(experiment.Layer, 18) ? "layer: expected 1..18 of a-z, 0-9 and inner hyphens."
            : experiment.Variants.Count is < 2 or > 10 ? $"variants: found {experiment.Variants.Count}; expected 2..10."
            : experiment.Variants.Select(variant => variant.Id).Distinct(StringComparer.Ordinal).Count() < experiment.Variants.Count
                ? "variants: an id stands there twice."
            : !(experiment.From >= 0) || !(experiment.Share > 0) || !(experiment.From + experiment.Share <= 1 + Rounding)
                ? $"from {experiment.From}, share {experiment.Share}: expected a part of 0..1."
            : experiment.EndAt <= experiment.StartAt ? "endAt: expected a time after startAt."
            : !(experiment.MinimumEffect is > 0 and <= 10) ? $"minimumEffect is {experiment.MinimumEffect}; expected above 0 and at most 10."
            : experiment.Pages?.Any(page => !Identifier.IsSlug(page, 16)) == true ? "pages: expected names such as product, cart and home."
            : experiment.Guardrails?.Any(guardrail => !(guardrail.MaxLoss is >= 0 and <= 1) || !Enum.IsDefined(guardrail.Metric)) == true
                ? "guardrails: expected a metric and a maxLoss of 0..1."
            : experiment.Interleaved && !(experiment is { Variants: [_, { Rules.Count: > 0, Generation: null, DiscountShare: null }], Guardrails: null or [] })
                ? "interleaved: expected two variants, the second with rules and nothing else, and no guardrails."
            : !Enum.IsDefined(experiment.Metric) ? $"metric is {(int)experiment.Metric}; expected margin, revenue or conversion."
            : experiment.Variants[0] is { Generation: null, Rules: null or [], DiscountShare: null or 1, Stopped: null } ? null
            : "variants: the first is the control, which changes nothing and is never stopped.";
        fault ??= experiment.Variants.Select(Validate).FirstOrDefault(found => found is not null);
        return fault is null ? null : $"Experiment {experiment.Id}: {fault}";
    }

    private static string? Validate(ExperimentVariant variant) =>
        !Identifier.IsSlug(variant.Id, 8) ? $"variant '{variant.Id}': expected an id of 1..8 of a-z, 0-9 and inner hyphens."
        : variant.Id.StartsWith(TeamCode.Mixed, StringComparison.Ordinal) ? $"variant '{variant.Id}': names that begin with {TeamCode.Mixed} are those of mixed answers."
        : variant.Weight is < 1 or > 1000 ? $"variant {variant.Id}: weight is {variant.Weight}; expected 1..1000."
        : variant.DiscountShare is { } share && !(share is >= 0 and <= 1) ? $"variant {variant.Id}: discountShare is {share}; expected 0..1."
        : variant.Rules?.Count > 20 || variant.Rules?.Any(rule => !Identifier.IsOpaque(rule, 128)) == true
            ? $"variant {variant.Id}: expected at most 20 names of rules."
        : variant.Stopped?.Length > 500 ? $"variant {variant.Id}: stopped is longer than 500 characters."
        : null;

    // Parts of a layer that lie over one another would give a visitor two experiments of it.
    private static string? Overlap(IReadOnlyList<ExperimentDefinition> experiments)
    {
        var clash =
            from one in experiments
            from other in experiments
            where string.CompareOrdinal(one.Id, other.Id) < 0 && string.Equals(one.Layer, other.Layer, StringComparison.Ordinal)
                && one.From + Rounding < other.From + other.Share && other.From + Rounding < one.From + one.Share
                && !(one.EndAt <= other.StartAt) && !(other.EndAt <= one.StartAt)
            select $"Experiments {one.Id} and {other.Id} lie over one another in layer {one.Layer}; expected parts and times that do not.";
        return clash.FirstOrDefault();
    }

    // More could not be named in a recommendation id.
    private static string? Layers(IReadOnlyList<ExperimentDefinition> experiments) =>
        experiments.Select(experiment => experiment.Layer).Distinct(StringComparer.Ordinal).Count() is var layers && layers > MaxLayers
            ? $"There are {layers} layers; expected {MaxLayers} or fewer."
            : null;

    private static string? Changed(ExperimentBook book, ExperimentBook before, DateTimeOffset now)
    {
        foreach (var old in before.Experiments.Where(experiment => experiment.IsRunning(now)))
        {
            if (book.Experiments.FirstOrDefault(experiment => string.Equals(experiment.Id, old.Id, StringComparison.Ordinal)) is not { } kept)
            {
                return $"Experiment {old.Id} runs; expected an endAt before it is taken out.";
            }

            if (!kept.AssignsLike(old))
            {
                return $"Experiment {old.Id} runs; its layer, part, start, pages and variants cannot change. End it and start another.";
            }
        }

        return null;
    }
}
