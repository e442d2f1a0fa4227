using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Bundling.Titles;

/// <summary>Titles by rules alone: the default.</summary>
public sealed class RuleTitleWriter : ITitleWriter
{
    /// <inheritdoc/>
    public Task<string> WriteAsync(IReadOnlyList<Product> products, PhraseBook phrases, string? intent, CancellationToken cancellationToken) =>
        Task.FromResult(BundleTitler.Title(products, phrases, intent));
}
