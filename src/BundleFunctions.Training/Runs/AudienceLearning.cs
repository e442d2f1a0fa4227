using BundleFunctions.Associations;
using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;
using BundleFunctions.Segments;
using BundleFunctions.Shops;
using BundleFunctions.Training.Audiences;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Segments;

namespace BundleFunctions.Training.Runs;

/// <summary>What a training learns of groups of users, and of how they answer to offers. Nothing of it is worth a failed training: where the last run's segments cannot
/// be read, they begin anew.</summary>
internal sealed class AudienceLearning
{
    private readonly IBlobStore _blobs;
    private readonly ShopSettings _settings;
    private readonly TrainingOptions _options;

    /// <param name="blobs">Where the last model lies.</param>
    /// <param name="settings">The shop's.</param>
    /// <param name="options">Threads and seed.</param>
    /// <param name="catalogue">For profiles of the past; null where the shop gave none.</param>
    /// <param name="newestAt">When the shop's newest event happened; null where there is none.</param>
    public AudienceLearning(IBlobStore blobs, ShopSettings settings, TrainingOptions options, CatalogueSnapshot? catalogue, DateTimeOffset? newestAt)
    {
        (_blobs, _settings, _options) = (blobs, settings, options);
        Earlier = newestAt is { } newest && settings.Profiles.Enabled
            ? new EarlierProfiles(new ProfileBuilder(settings.Profiles, catalogue, settings.Currency), newest.AddDays(-ResponseModel.Days))
            : null;
    }

    /// <summary>Is to be told every event; null where nothing is learned.</summary>
    public EarlierProfiles? Earlier { get; }

    public async Task<SegmentTable?> SegmentAsync(ShopId shop, IReadOnlyList<UserProfile> profiles, CancellationToken cancellationToken) =>
        new SegmentLearner(_settings.Segments).Learn(
            profiles, await PreviousAsync(shop, cancellationToken), new TrainingContext(_options.Threads, _options.Seed), cancellationToken);

    public ResponseModel? Respond(IReadOnlyList<Basket> baskets, CatalogueSnapshot? catalogue, CancellationToken cancellationToken)
    {
        try
        {
            return catalogue is null || Earlier is null ? null
                : new ResponseLearner(_options.Seed).Learn(Earlier.Build(), baskets, Earlier.Cut, catalogue, cancellationToken);
        }
        catch (DivergedException)
        {
            return null;
        }
    }

    private async Task<SegmentTable?> PreviousAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return await new SegmentFiles(_blobs).FindNewestAsync(shop, cancellationToken);
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }
}
