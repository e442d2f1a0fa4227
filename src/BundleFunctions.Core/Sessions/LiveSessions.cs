using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Sessions;

/// <summary>What visitors are doing now, so that an event changes the next answer: one document for each visitor, user and session that
/// events name, by pseudonym, forgotten by its time to live.</summary>
public sealed class LiveSessions(IDocumentStore documents, OptOutList optOuts, TimeProvider clock, SessionOptions options)
{
    private const int MaxRaces = 8;
    private const int Parallelism = 16;

    /// <summary>Adds events to the sessions of everybody they name. An event without consent to personalisation deletes those sessions, and
    /// nothing that came in the same call is kept for them.</summary>
    /// <returns>What was done; a store that fails or is slow is in it, never an exception.</returns>
    public Task<SessionUpdate> AppendAsync(ShopId shop, IReadOnlyCollection<ShopEvent> events, CancellationToken cancellationToken) =>
        AppendAsync(shop, events, new PseudonymAliases(), cancellationToken);

    /// <inheritdoc cref="AppendAsync(ShopId, IReadOnlyCollection{ShopEvent}, CancellationToken)"/>
    /// <param name="shop">The shop.</param>
    /// <param name="events">What was done.</param>
    /// <param name="aliases">Older names of whom the events name, by which a wish not to be known may be kept.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<SessionUpdate> AppendAsync(
        ShopId shop, IReadOnlyCollection<ShopEvent> events, PseudonymAliases aliases, CancellationToken cancellationToken)
    {
        if (!options.Enabled)
        {
            return SessionUpdate.None;
        }

        var actors = ByActor(events);
        var counts = (Updated: 0, Forgotten: 0, Failed: 0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timeout = new CancellationTokenSource(options.Deadline, clock);
        await using var link = timeout.Token.Register(patience.Cancel);
        await Parallel.ForEachAsync(
            actors.Take(options.MaxActors),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (actor, _) =>
            {
                try
                {
                    // A store that does not look at the token is not waited for either.
                    var updated = await UpdateAsync(shop, aliases.NamesOf(actor.Key), actor.Value, patience.Token).WaitAsync(patience.Token);
                    Interlocked.Increment(ref updated ? ref counts.Updated : ref counts.Forgotten);
                }
                catch (Exception e) when (e is StoreException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
                {
                    Interlocked.Increment(ref counts.Failed);
                }
            });
        return new SessionUpdate(counts.Updated, counts.Forgotten, Math.Max(0, actors.Count - options.MaxActors), counts.Failed);
    }

    /// <summary>The session of a visitor, a user or a session id, as it is this moment.</summary>
    public Task<SessionLookup> ReadAsync(ShopId shop, Pseudonym actor, CancellationToken cancellationToken) => ReadAsync(shop, [actor], cancellationToken);

    /// <inheritdoc cref="ReadAsync(ShopId, Pseudonym, CancellationToken)"/>
    /// <param name="shop">The shop.</param>
    /// <param name="names">The actor's names, the newest first; sessions from before a change of keys stand under the older ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<SessionLookup> ReadAsync(ShopId shop, IReadOnlyList<Pseudonym> names, CancellationToken cancellationToken)
    {
        try
        {
            if (!options.Enabled || await optOuts.ContainsAnyAsync(shop, names, cancellationToken))
            {
                return default;
            }

            foreach (var name in names)
            {
                if (Parse(await documents.GetAsync(KeyOf(shop, name), cancellationToken)) is { } session)
                {
                    return new SessionLookup(session, Failed: false);
                }
            }

            return default;
        }
        catch (StoreException)
        {
            return new SessionLookup(null, Failed: true);
        }
    }

    /// <summary>Deletes sessions; those that are not there do not matter.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task ForgetAsync(ShopId shop, IReadOnlyCollection<Pseudonym> actors, CancellationToken cancellationToken) =>
        documents.DeleteManyAsync([.. actors.Select(actor => KeyOf(shop, actor))], cancellationToken);

    internal static DocumentKey KeyOf(ShopId shop, Pseudonym actor) => new($"v|{shop}|{actor}", "session");

    /// <summary>The items of each actor; null for one who refused.</summary>
    private SortedDictionary<Pseudonym, List<SessionItem>?> ByActor(IReadOnlyCollection<ShopEvent> events)
    {
        var actors = new SortedDictionary<Pseudonym, List<SessionItem>?>();
        var since = clock.GetUtcNow() - options.TimeToLive;
        foreach (var shopEvent in events)
        {
            var refused = shopEvent.Consent is { Personalization: false };
            SessionItem[] items = refused || shopEvent.OccurredAt < since ? [] : [.. LiveSession.ItemsOf(shopEvent)];
            foreach (var actor in new[] { shopEvent.Visitor, shopEvent.User, shopEvent.Session }.OfType<Pseudonym>())
            {
                if (refused)
                {
                    actors[actor] = null;
                }
                else if (items.Length > 0 && (!actors.TryGetValue(actor, out var known) || known is not null))
                {
                    actors[actor] = [.. known ?? [], .. items];
                }
            }
        }

        return actors;
    }

    /// <summary>True where the session holds the items now, false where it is deleted.</summary>
    private async Task<bool> UpdateAsync(ShopId shop, IReadOnlyList<Pseudonym> names, List<SessionItem>? items, CancellationToken cancellationToken)
    {
        if (items is null || await optOuts.ContainsAnyAsync(shop, names, cancellationToken))
        {
            await ForgetAsync(shop, names, cancellationToken);
            return false;
        }

        var key = KeyOf(shop, names[0]);
        for (var race = 0; race < MaxRaces; race++)
        {
            var stored = await documents.GetAsync(key, cancellationToken);
            var next = (Parse(stored) ?? LiveSession.Empty).With(items, options.MaxItems);
            var body = JsonSerializer.SerializeToUtf8Bytes(next, SessionJson.Default.LiveSession);
            if (await documents.CompareAndSwapAsync(new Document(key, body, options.TimeToLive), stored?.ETag, cancellationToken) is not null)
            {
                return true;
            }
        }

        throw new StoreException($"A session of shop {shop} was replaced by others {MaxRaces} times in a row.", isTransient: true);
    }

    private static LiveSession? Parse(StoredDocument? stored)
    {
        try
        {
            return stored is null ? null : JsonSerializer.Deserialize(stored.Body.Span, SessionJson.Default.LiveSession);
        }
        catch (JsonException)
        {
            // What cannot be read is written anew by the next event.
            return null;
        }
    }
}
