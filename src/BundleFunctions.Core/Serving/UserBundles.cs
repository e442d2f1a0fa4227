using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Looks up the bundles that a generation has for one person: one point read, which nothing remembers, so that who is forgotten is
/// forgotten at once.</summary>
public sealed class UserBundles(IDocumentStore documents, OptOutList optOuts)
{
    /// <summary>The person's bundles in a generation; a store that fails is in the answer, never an exception.</summary>
    public ValueTask<UserLookup> FindAsync(ShopId shop, Pseudonym user, GenerationInfo generation, CancellationToken cancellationToken) =>
        FindAsync(shop, [user], generation, cancellationToken);

    /// <inheritdoc cref="FindAsync(ShopId, Pseudonym, GenerationInfo, CancellationToken)"/>
    /// <param name="shop">The shop.</param>
    /// <param name="names">The person's names, the newest first; what was published before a change of keys stands under the older ones.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async ValueTask<UserLookup> FindAsync(
        ShopId shop, IReadOnlyList<Pseudonym> names, GenerationInfo generation, CancellationToken cancellationToken)
    {
        if (generation.Users == 0 || await optOuts.ContainsAnyAsync(shop, names, cancellationToken))
        {
            return default;
        }

        try
        {
            foreach (var name in names)
            {
                if (await documents.GetAsync(GenerationFiles.User(shop, name, generation.Generation), cancellationToken) is { } stored)
                {
                    return new UserLookup(ListDocumentCodec.Decode(stored.Body.Span), Failed: false);
                }
            }

            return default;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return new UserLookup(null, Failed: true);
        }
    }
}
