using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Sessions;

namespace BundleFunctions.Privacy;

/// <summary>Takes a person's wish not to be known, or the opposite, by the identifiers that the shop knows.</summary>
public sealed class OptOutDesk(OptOutList list, LiveSessions sessions, Pseudonymizer pseudonymizer, AuditLog audit, TimeProvider clock)
{
    /// <summary>Puts persons on the opt-out list, and forgets their sessions; or takes them off it.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="identifiers">Valid identifiers.</param>
    /// <param name="optedOut">Whether they opt out.</param>
    /// <param name="by">Where it came from, for the audit log.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many identifiers it was about.</returns>
    /// <exception cref="ArgumentException">The identifiers are not valid (<see cref="PersonIdentifiers.Validate"/>).</exception>
    /// <exception cref="StoreException">A store failed; the call can be repeated.</exception>
    public async Task<int> SetAsync(ShopId shop, PersonIdentifiers identifiers, bool optedOut, string by, CancellationToken cancellationToken)
    {
        if (identifiers.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(identifiers));
        }

        var people = new Person(shop, identifiers, pseudonymizer).Given;
        foreach (var person in people)
        {
            await (optedOut ? list.AddAsync(shop, person, cancellationToken) : list.RemoveAsync(shop, person, cancellationToken));
        }

        if (optedOut)
        {
            await sessions.ForgetAsync(shop, people, cancellationToken);
        }

        var action = optedOut ? "opt_out_added" : "opt_out_removed";
        await new PersonAct([.. people.Select(PersonMark.Of)], $"{people.Count} identifiers.")
            .WriteAsync(audit, shop, clock.GetUtcNow(), by, action, cancellationToken);
        return people.Count;
    }
}
