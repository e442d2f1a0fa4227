namespace BundleFunctions.Publishing;

/// <summary>One person's bundles, named by their places in the product lists of the same generation: one line of its <c>users.ndjson.gz</c>.</summary>
/// <param name="User">The person.</param>
/// <param name="Bundles">Best first: the product whose list holds the bundle, its place there from 0, the score for this person.</param>
internal sealed record UserList(Pseudonym User, IReadOnlyList<(ProductId Product, int Position, float Score)> Bundles);
