namespace BundleFunctions.Bundling.Constraints;

/// <summary>Why a bundle must not be sold: stable codes in snake_case, for reports, counters and merchandisers.</summary>
public static class ConstraintCodes
{
    /// <summary>One product stands there twice.</summary>
    public const string Repeated = "repeated_product";

    /// <summary>A product is no longer made or sold at all.</summary>
    public const string Discontinued = "discontinued";

    /// <summary>The stock of one product does not make up one bundle.</summary>
    public const string OutOfStock = "out_of_stock";

    /// <summary>A product's sale has not begun.</summary>
    public const string NotYetAvailable = "not_yet_available";

    /// <summary>A product's sale is over.</summary>
    public const string NoLongerAvailable = "no_longer_available";

    /// <summary>Products are priced in different currencies.</summary>
    public const string MixedCurrencies = "mixed_currencies";

    /// <summary>A product needs another that the bundle lacks.</summary>
    public const string RequirementMissing = "requirement_missing";

    /// <summary>Two products are variants of one thing.</summary>
    public const string SameGroup = "same_group";

    /// <summary>A product must not be bundled with another.</summary>
    public const string Excluded = "excluded";

    /// <summary>An accessory does not fit what it is bundled with.</summary>
    public const string DoesNotFit = "does_not_fit";

    /// <summary>Products of this age or legal class are sold alone.</summary>
    public const string ClassAlone = "class_alone";

    /// <summary>Products of this age or legal class are bundled only among themselves.</summary>
    public const string ClassMixed = "class_mixed";

    /// <summary>Products of this age or legal class are not bundled with that audience or class.</summary>
    public const string ClassForbidden = "class_forbidden";

    /// <summary>The shop does not bundle these two categories.</summary>
    public const string CategoryPair = "category_pair";

    /// <summary>More products of one category than the shop allows.</summary>
    public const string CategoryLimit = "category_limit";

    /// <summary>A merchandiser banned it.</summary>
    public const string Banned = "banned";
}
