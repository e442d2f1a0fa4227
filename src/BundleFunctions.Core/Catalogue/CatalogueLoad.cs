namespace BundleFunctions.Catalogue;

/// <summary>How a file is loaded.</summary>
/// <param name="IsFull">Whether products that it does not name are no more.</param>
/// <param name="IsStaged">Whether it waits in staging.</param>
/// <param name="MaxDropShare">Share of the products, 0..1, above which a full load that drops them waits in staging.</param>
internal sealed record CatalogueLoad(bool IsFull, bool IsStaged, double MaxDropShare)
{
    // A shop of a few products changes them all without a fault.
    private const int GuardedFrom = 20;

    /// <summary>Whether it drops more than it may.</summary>
    public bool IsHeldBack(CatalogueChanges changes) => IsFull && changes.Before >= GuardedFrom && changes.RetiredShare > MaxDropShare;
}
