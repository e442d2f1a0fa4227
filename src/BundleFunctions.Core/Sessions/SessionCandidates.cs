using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Sessions;

/// <summary>Makes a session's ranking of the published lists of its seeds.</summary>
public static class SessionCandidates
{
    /// <summary>Best first; bundles with a product that was bought in the session are left out.</summary>
    /// <param name="session">The session.</param>
    /// <param name="seeds">From <see cref="SessionSeeds.Of"/>.</param>
    /// <param name="listOf">The published list of a product; null or empty where it has none.</param>
    public static IReadOnlyList<Candidate> Rank(
        LiveSession session, IReadOnlyList<SessionSeed> seeds, Func<ProductId, IReadOnlyList<PublishedBundle>?> listOf)
    {
        var bought = session.Bought.ToHashSet();
        var blend = new BundleBlend();
        foreach (var (product, weight) in seeds)
        {
            blend.Add(weight, listOf(product) ?? [], bought);
        }

        return [.. blend.Ranked().Select(entry => new Candidate(entry.Bundle, entry.Score))];
    }
}
