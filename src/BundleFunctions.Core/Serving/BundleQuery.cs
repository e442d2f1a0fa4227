using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Serving;

/// <summary>What an asker wants of an answer.</summary>
/// <param name="Limit">Most bundles, 1..50.</param>
/// <param name="MaxItems">Most items of a bundle, 2..4.</param>
/// <param name="Explain">Whether evidence and reasons are wanted.</param>
public readonly record struct BundleQuery(int Limit, int MaxItems, bool Explain)
{
    public const int MaxLimit = 50;

    /// <summary>Distinct products of a cart that are looked at.</summary>
    public const int MaxCartProducts = 50;

    /// <summary>Ten bundles of any size, explained: an answer says why by itself, and who counts bytes can leave that out.</summary>
    public static BundleQuery Default { get; } = new(10, 4, Explain: true);

    /// <summary>Whether titles, prices and pictures of the products are wanted.</summary>
    public bool Decorate { get; init; }

    /// <summary>The language of reasons and titles; null for English.</summary>
    public PhraseBook? Phrases { get; init; }

    /// <summary>Further wishes; null where there are none.</summary>
    public AnswerRefinement? Refinement { get; init; }

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Limit is < 1 or > MaxLimit ? $"limit is {Limit}; expected 1..{MaxLimit}."
        : MaxItems is < 2 or > 4 ? $"maxItems is {MaxItems}; expected 2..4."
        : Refinement?.Validate();

    internal PhraseBook Book => Phrases ?? PhraseBook.English;

    /// <summary>The query in one number, for cache keys, where it has no <see cref="Refinement"/>.</summary>
    internal int Packed => (Book.Index << 16) | (Limit << 8) | (Decorate ? 16 : 0) | (MaxItems << 1) | (Explain ? 1 : 0);
}
