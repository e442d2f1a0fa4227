using BundleFunctions.Scoring;

namespace BundleFunctions.Ports;

/// <summary>Says what comes next in a session that is going on.</summary>
public interface ISessionScorer
{
    /// <summary>The products that come next, best first. Products of the session itself are left out.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="model">One of its models.</param>
    /// <param name="session">What was done so far, oldest first; products that the model does not know are passed over.</param>
    /// <param name="limit">Most products to name, 0 or more.</param>
    /// <returns>Null where the model cannot answer sessions, or nothing on this machine can run it; empty where it knows no product of the
    /// session: who asks falls back to published lists.</returns>
    /// <exception cref="Associations.InvalidModelException">The model's folder is damaged.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    ValueTask<IReadOnlyList<ScoredProduct>?> ScoreAsync(
        ShopId shop, ModelId model, IReadOnlyList<SessionStep> session, int limit, CancellationToken cancellationToken);
}
