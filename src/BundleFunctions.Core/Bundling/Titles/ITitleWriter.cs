using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Bundling.Titles;

/// <summary>Names bundles for shoppers. Never fails for want of a better name: where it knows none, it gives that of <see cref="BundleTitler"/>.</summary>
public interface ITitleWriter
{
    /// <summary>One line of at most <see cref="BundleTitler.MaxLength"/> characters where it was written freely.</summary>
    /// <param name="products">Anchor first; one or more.</param>
    /// <param name="phrases">The language.</param>
    /// <param name="intent">What the bundle is for; null where that is not known.</param>
    Task<string> WriteAsync(IReadOnlyList<Product> products, PhraseBook phrases, string? intent, CancellationToken cancellationToken);
}
