namespace BundleFunctions.Bundling.Constraints;

/// <summary>An age or legal class, told by an attribute's value, and what it may be bundled with.</summary>
public sealed record ClassRule
{
    /// <summary>The attribute that tells the class, such as <c>legalClass</c> or <c>minAge</c>.</summary>
    public string Attribute { get; init => field = value ?? "legalClass"; } = "legalClass";

    /// <summary>The value that makes a product one of the class, such as <c>alcohol</c> or <c>18</c>.</summary>
    public required string Value { get; init; }

    public required ClassPolicy Policy { get; init; }

    /// <summary>Where <see cref="Policy"/> is <see cref="ClassPolicy.NotWith"/>: the attribute of what it must not stand beside.</summary>
    public string NotWithAttribute { get; init => field = value ?? "audience"; } = "audience";

    /// <summary>Values of <see cref="NotWithAttribute"/> that it must not stand beside.</summary>
    public IReadOnlyList<string> NotWithValues { get; init => field = value ?? []; } = [];

    /// <summary>What is wrong with the rule, in words; null where it is well.</summary>
    public string? Validate() =>
        string.IsNullOrWhiteSpace(Attribute) || string.IsNullOrWhiteSpace(Value) ? "a class rule names no attribute or no value."
        : Policy == ClassPolicy.NotWith && (NotWithValues.Count == 0 || string.IsNullOrWhiteSpace(NotWithAttribute))
            ? $"the class rule on {Attribute}={Value} says not_with, but not with what."
        : null;
}
