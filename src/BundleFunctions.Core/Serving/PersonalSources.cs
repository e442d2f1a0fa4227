using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Scoring;
using BundleFunctions.Sessions;

namespace BundleFunctions.Serving;

/// <summary>What is known of persons and visits, each part where the deployment has it.</summary>
/// <param name="sessions">What visitors do now.</param>
/// <param name="users">Bundles that were published for persons.</param>
/// <param name="scorer">What the model that serves expects next.</param>
public sealed class PersonalSources(LiveSessions sessions, UserBundles? users = null, ISessionScorer? scorer = null)
{
    /// <summary>What was done in a visit.</summary>
    /// <exception cref="TimeoutException">The time was up first.</exception>
    internal Task<SessionLookup> ReadSessionAsync(ShopId shop, IReadOnlyList<Pseudonym> names, Deadline deadline, CancellationToken cancellationToken) =>
        deadline.WaitAsync(sessions.ReadAsync(shop, names, cancellationToken), cancellationToken);

    /// <summary>The bundles of one person.</summary>
    /// <exception cref="TimeoutException">The time was up first.</exception>
    internal Task<UserLookup> FindUserAsync(
        ShopId shop, IReadOnlyList<Pseudonym> names, GenerationInfo generation, Deadline deadline, CancellationToken cancellationToken) =>
        users is null ? Task.FromResult(default(UserLookup))
            : deadline.WaitAsync(users.FindAsync(shop, names, generation, cancellationToken).AsTask(), cancellationToken);

    /// <summary>The products whose bundles a visit calls for: its own, and what the generation's model expects next.</summary>
    internal async Task<IReadOnlyList<SessionSeed>> SeedsAsync(
        ShopId shop, ModelId model, LiveSession session, Deadline deadline, CancellationToken cancellationToken)
    {
        if (scorer is null || session.Items.Count == 0)
        {
            return SessionSeeds.Of(session);
        }

        try
        {
            var steps = session.Items.Select(item => new SessionStep(item.Product, item.Action)).ToArray();
            var scoring = scorer.ScoreAsync(shop, model, steps, SessionSeeds.DefaultLimit, cancellationToken).AsTask();
            var predicted = await deadline.WaitAsync(scoring, cancellationToken);
            return SessionSeeds.Of(session, predicted is null ? null : [.. predicted.Select(product => product.Product)]);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or TimeoutException or Associations.InvalidModelException)
        {
            // What the visitor did is enough to go by.
            return SessionSeeds.Of(session);
        }
    }
}
