using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Looks up the bundles that a generation has for one person: one point read, which nothing remembers, so that who is forgotten is
/// forgotten at once.</summary>
public sealed class UserBundles(IDocumentStore documents, OptOutList optOuts)
{
    /// <summary>The person's bundles in a generation; a store that fails is in the answer, never an exception.</summary>
    public async ValueTask<UserLookup> FindAsync(ShopId shop, Pseudonym user, GenerationInfo generation, CancellationToken cancellationToken)
    {
        if (generation.Users == 0 || await optOuts.ContainsAsync(shop, user, cancellationToken))
        {
            return default;
        }

        try
        {
            var stored = await documents.GetAsync(GenerationFiles.User(shop, user, generation.Generation), cancellationToken);
            return new UserLookup(stored is null ? null : ListDocumentCodec.Decode(stored.Body.Span), Failed: false);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return new UserLookup(null, Failed: true);
        }
    }
}
