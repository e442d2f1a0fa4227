namespace BundleFunctions.DemoShop.Dirt;

/// <summary>What is wrong with a planted bad line.</summary>
public enum DirtKind
{
    /// <summary>The line ends in the middle of its JSON.</summary>
    BrokenJson,

    /// <summary>There is no <c>type</c>.</summary>
    MissingType,

    /// <summary>The <c>type</c> is none of the schema's.</summary>
    UnknownType,

    /// <summary>There is no <c>occurredAt</c>.</summary>
    MissingOccurredAt,

    /// <summary>The <c>occurredAt</c> is a local date, not RFC 3339.</summary>
    MalformedOccurredAt,

    /// <summary>An item has no <c>productId</c>.</summary>
    MissingProductId,

    /// <summary>A purchase of minus three pieces.</summary>
    NegativeQuantity,

    /// <summary>A purchase of 2^31 pieces, one more than a 32-bit integer holds.</summary>
    HugeQuantity,

    /// <summary>A price with a decimal comma, in quotes.</summary>
    PriceNotANumber,

    /// <summary>Well formed, but of a product that the catalogue does not have.</summary>
    UnknownProduct,
}
