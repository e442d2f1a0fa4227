namespace BundleFunctions.Feedback.Sales;

/// <summary>How much of a bundle an order holds.</summary>
public enum CreditKind
{
    /// <summary>All of its products.</summary>
    Whole,

    /// <summary>All, but for some that another product of the same group or category stands for.</summary>
    Swapped,

    /// <summary>Some of them.</summary>
    Partial,
}
