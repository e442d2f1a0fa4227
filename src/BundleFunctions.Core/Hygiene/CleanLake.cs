using BundleFunctions.Catalogue;
using BundleFunctions.Identity;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;

namespace BundleFunctions.Hygiene;

/// <summary>A shop's events as models learn from them: looked over once, then read without what does not count.</summary>
/// <remarks>The lake stays as it is: another setting holds the next time it is opened.</remarks>
public sealed class CleanLake(IBlobStore blobs)
{
    private readonly LakeReader _lake = new(blobs);

    /// <summary>Looks over all events of a shop.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="progress">Told the number of events after each.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A part of the lake or the catalogue is missing or damaged.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CleanEvents> OpenAsync(ShopId shop, ShopSettings settings, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (survey, identity) = (new HygieneSurvey(settings.Hygiene), new IdentitySurvey(settings.Identity));
        var (seen, newest) = (0L, (DateTimeOffset?)null);
        var aliases = await AliasFiles.ReadAsync(blobs, shop, cancellationToken);
        await foreach (var shopEvent in aliases.ApplyAsync(_lake.ReadAsync(shop, cancellationToken), cancellationToken))
        {
            survey.Add(shopEvent);
            identity.Add(shopEvent);
            newest = newest >= shopEvent.OccurredAt ? newest : shopEvent.OccurredAt;
            progress?.Report(++seen);
        }

        var catalogue = await new CatalogueReader(blobs).ReadCurrentAsync(shop, cancellationToken);
        var people = await PeopleFilter.ReadAsync(blobs, shop, cancellationToken);
        return new CleanEvents(aliases.ApplyAsync(_lake.ReadAsync(shop, cancellationToken), cancellationToken), survey.Judge(catalogue), identity.Settle(), people, newest);
    }
}
