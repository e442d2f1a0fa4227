namespace BundleFunctions.Bundling.Constraints;

/// <summary>Accessories name what they fit: a product with the attribute <see cref="Attribute"/> may stand beside a host only where one of
/// the attribute's values is the host's.</summary>
/// <remarks>A host is any other product of the bundle that lies in <see cref="HostCategory"/> (where one is set) and has the compared
/// property at all: a phone case that fits <c>model-x</c> may stand beside a charger, which has no model, but not beside another phone.</remarks>
public sealed record FitRule
{
    /// <summary>The accessory's attribute; several values are parted by comma, semicolon or vertical bar.</summary>
    public string Attribute { get; init => field = value ?? "fits"; } = "fits";

    /// <summary>What of the host is compared.</summary>
    public FitTarget Target { get; init; } = FitTarget.Attribute;

    /// <summary>The host's attribute, where <see cref="Target"/> is <see cref="FitTarget.Attribute"/>.</summary>
    public string HostAttribute { get; init => field = value ?? "model"; } = "model";

    /// <summary>Category path, with all below it, in which hosts lie; null for anywhere. Required where <see cref="Target"/> is
    /// <see cref="FitTarget.Product"/>, because every product has an id.</summary>
    public string? HostCategory { get; init; }

    /// <summary>What is wrong with the rule, in words; null where it is well.</summary>
    public string? Validate() =>
        string.IsNullOrWhiteSpace(Attribute) ? "a fit rule names no attribute."
        : Target == FitTarget.Attribute && string.IsNullOrWhiteSpace(HostAttribute) ? $"the fit rule on '{Attribute}' names no hostAttribute."
        : Target == FitTarget.Product && HostCategory is null ? $"the fit rule on '{Attribute}' compares products and needs a hostCategory."
        : null;
}
