using System.Runtime.CompilerServices;
using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Lake;

namespace BundleFunctions.Identity;

/// <summary>Reads older pseudonyms as the newest of the same person, so that a person is one before and after a change of keys. Nothing is written:
/// events keep the names they came with.</summary>
/// <remarks>Memory: some 150 bytes for each name that was renewed.</remarks>
internal sealed class AliasBook
{
    private const string DerivedIds = "c-";

    private readonly Dictionary<Pseudonym, Pseudonym> _newest = [];

    /// <summary>Knows of no renewed name.</summary>
    public static AliasBook Empty { get; } = new();

    /// <summary>Every older name and the newest.</summary>
    public IReadOnlyDictionary<Pseudonym, Pseudonym> Newest => _newest;

    public void Add(IReadOnlyList<Pseudonym> names)
    {
        // Where an old key was made the newest again, its names are the newest again.
        _newest.Remove(names[0]);
        foreach (var older in names.Skip(1))
        {
            _newest[older] = names[0];
        }
    }

    /// <summary>The newest name that is known; through every change of keys there was.</summary>
    public Pseudonym NewestOf(Pseudonym name)
    {
        // Each step leads to a name of a newer key, of which there are few.
        for (var step = 0; step < Security.Pseudonymizer.MaxKeys && _newest.TryGetValue(name, out var newer); step++)
        {
            name = newer;
        }

        return name;
    }

    /// <summary>All names that lead to the same newest one as any of these.</summary>
    public IEnumerable<Pseudonym> Kin(IReadOnlySet<Pseudonym> names)
    {
        var wanted = names.Select(NewestOf).ToHashSet();
        return _newest.Keys.Concat(wanted).Where(name => wanted.Contains(NewestOf(name)) && !names.Contains(name));
    }

    /// <summary>The events under newest names, each once: one that has no id of its own has another derived id under each key.</summary>
    public IAsyncEnumerable<ShopEvent> ApplyAsync(IAsyncEnumerable<ShopEvent> events, CancellationToken cancellationToken) =>
        _newest.Count == 0 ? events : RenewAsync(events, cancellationToken);

    private async IAsyncEnumerable<ShopEvent> RenewAsync(
        IAsyncEnumerable<ShopEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var derived = new EventIdSet();
        await foreach (var shopEvent in events.WithCancellation(cancellationToken))
        {
            var renewed = Renewed(shopEvent);
            if (!renewed.EventId.Value.StartsWith(DerivedIds, StringComparison.Ordinal) || derived.Add(Encoding.UTF8.GetBytes(renewed.EventId.Value)))
            {
                yield return renewed;
            }
        }
    }

    private ShopEvent Renewed(ShopEvent old)
    {
        var renewed = old with { User = NewestOf(old.User), Visitor = NewestOf(old.Visitor), Session = NewestOf(old.Session), Order = NewestOf(old.Order) };
        return renewed == old ? old
            : old.EventId.Value.StartsWith(DerivedIds, StringComparison.Ordinal) ? renewed with { EventId = EventContent.DeriveId(renewed) }
            : renewed;
    }

    private Pseudonym? NewestOf(Pseudonym? name) => name is { } known ? NewestOf(known) : null;
}
