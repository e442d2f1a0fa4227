namespace BundleFunctions.Bundling.Constraints;

/// <summary>What keeps two products apart, whatever else stands beside them.</summary>
internal sealed class PairRules(ConstraintOptions options)
{
    /// <summary>The first reason; null where there is none. The order of the two does not matter to whether there is one.</summary>
    public ConstraintViolation? Find(Product one, Product other) =>
        one.ProductId == other.ProductId ? Clash(ConstraintCodes.Repeated, one, other, "It stands there twice.")
        : one.GroupId is not null && string.Equals(one.GroupId, other.GroupId, StringComparison.Ordinal)
            ? Clash(ConstraintCodes.SameGroup, one, other, $"Both are variants of {one.GroupId}.")
        : one.Excludes.Contains(other.ProductId) ? Clash(ConstraintCodes.Excluded, one, other, $"It excludes {other.ProductId}.")
        : other.Excludes.Contains(one.ProductId) ? Clash(ConstraintCodes.Excluded, other, one, $"It excludes {one.ProductId}.")
        : FindOneWay(one, other) ?? FindOneWay(other, one) ?? FindCategories(one, other);

    private ConstraintViolation? FindOneWay(Product one, Product other)
    {
        foreach (var rule in options.Fits)
        {
            if (FitCheck.Find(rule, one, other) is { } violation)
            {
                return violation;
            }
        }

        foreach (var rule in options.Classes)
        {
            if (Is(one, rule.Attribute, rule.Value) && FindClass(rule, one, other) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    private static ConstraintViolation? FindClass(ClassRule rule, Product one, Product other)
    {
        var name = $"{rule.Attribute}={rule.Value}";
        switch (rule.Policy)
        {
            case ClassPolicy.Alone:
                return Clash(ConstraintCodes.ClassAlone, one, other, $"{name} is sold alone.");
            case ClassPolicy.SameOnly:
                return Is(other, rule.Attribute, rule.Value) ? null
                    : Clash(ConstraintCodes.ClassMixed, one, other, $"{name} is bundled only with its own.");
            default:
                var theirs = other.Attributes.GetValueOrDefault(rule.NotWithAttribute);
                return theirs is null || !rule.NotWithValues.Contains(theirs, StringComparer.Ordinal) ? null
                    : Clash(ConstraintCodes.ClassForbidden, one, other, $"{name} is not bundled with {rule.NotWithAttribute}={theirs}.");
        }
    }

    private ConstraintViolation? FindCategories(Product one, Product other)
    {
        foreach (var pair in options.ForbiddenCategories)
        {
            if ((CategoryPaths.Holds(one, pair.One) && CategoryPaths.Holds(other, pair.Other))
                || (CategoryPaths.Holds(one, pair.Other) && CategoryPaths.Holds(other, pair.One)))
            {
                return Clash(ConstraintCodes.CategoryPair, one, other, $"{pair.One} is not bundled with {pair.Other}.");
            }
        }

        return null;
    }

    private static bool Is(Product product, string attribute, string value) =>
        product.Attributes.TryGetValue(attribute, out var found) && string.Equals(found, value, StringComparison.Ordinal);

    private static ConstraintViolation Clash(string code, Product one, Product other, string detail) =>
        new(code, one.ProductId, other.ProductId, detail);
}
