using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Operations.Migration;

/// <summary>Brings what a shop has stored to the versions that this program writes.</summary>
public sealed class ShopMigrator
{
    private readonly IReadOnlyList<IStoredFormat> _formats;

    public ShopMigrator(IBlobStore blobs, IDocumentStore documents, GenerationPublisher publisher)
        : this([new ModelFormat(blobs, documents), new GenerationFormat(blobs, documents, publisher)])
    {
    }

    /// <param name="formats">What is looked at, in the order in which it is migrated: what others are made from comes first.</param>
    internal ShopMigrator(IReadOnlyList<IStoredFormat> formats) => _formats = formats;

    /// <summary>What a shop has, without touching it.</summary>
    /// <exception cref="InvalidDataException">Something is damaged.</exception>
    /// <exception cref="StoreException">A store failed.</exception>
    public async Task<IReadOnlyList<FormatState>> LookAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var states = new List<FormatState>();
        foreach (var format in _formats)
        {
            states.Add(await format.LookAsync(shop, cancellationToken));
        }

        return states;
    }

    /// <summary>Migrates everything old, and nothing at all where a newer program has been at work. Cut short, it is called again.</summary>
    /// <inheritdoc cref="LookAsync" path="/exception"/>
    public async Task<MigrationReport> MigrateAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var found = await LookAsync(shop, cancellationToken);
        var upgraded = new List<string>();
        if (found.FirstOrDefault(state => state.IsNewer) is { } newer)
        {
            return new MigrationReport(
                shop, found, upgraded, $"The {newer.Name} of {shop} is of version {newer.Newest}; this program knows {newer.Current}. Use the program that wrote it, or a newer one.");
        }

        foreach (var format in _formats.Where(format => found.Any(state => state.Old > 0 && string.Equals(state.Name, format.Name, StringComparison.Ordinal))))
        {
            try
            {
                await format.UpgradeAsync(shop, cancellationToken);
                upgraded.Add(format.Name);
            }
            catch (InvalidDataException e)
            {
                return new MigrationReport(shop, found, upgraded, e.Message);
            }
        }

        return new MigrationReport(shop, found, upgraded);
    }
}
