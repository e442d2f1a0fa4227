using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Shops;

/// <summary>Knows the shops of this deployment and what each has set.</summary>
public sealed class ShopDirectory(IBlobStore blobs)
{
    /// <summary>Every shop that has settings, in ordinal order. A shop exists from the first write of its settings blob.</summary>
    public async Task<IReadOnlyList<ShopId>> ListAsync(CancellationToken cancellationToken)
    {
        var shops = new List<ShopId>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Settings, string.Empty, cancellationToken))
        {
            var path = entry.Name.Path;
            if (path.EndsWith(".json", StringComparison.Ordinal) && ShopId.TryParse(path[..^".json".Length], out var shop))
            {
                shops.Add(shop);
            }
        }

        shops.Sort();
        return shops;
    }

    /// <summary>A shop's settings; the defaults where it has set nothing.</summary>
    /// <exception cref="InvalidShopSettingsException">The blob is not JSON of that shape, or a setting is out of its range.</exception>
    public async Task<ShopSettings> GetSettingsAsync(ShopId shop, CancellationToken cancellationToken)
    {
        ShopSettings settings;
        try
        {
            var given = await blobs.ReadJsonAsync(BlobLayout.ShopSettings(shop), ShopJson.Default.JsonObject, cancellationToken);
            settings = given is null ? new ShopSettings() : ShopSettingsText.Parse(given.Value.Value);
        }
        catch (JsonException e)
        {
            throw new InvalidShopSettingsException(shop, e.Message, e);
        }

        return settings.Validate() is { } fault ? throw new InvalidShopSettingsException(shop, fault) : settings;
    }

    /// <summary>Writes a shop's settings, new or over old ones; from now on the shop is listed.</summary>
    /// <exception cref="InvalidShopSettingsException">A setting is out of its range; nothing was written.</exception>
    public async Task SaveSettingsAsync(ShopId shop, ShopSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Validate() is { } fault)
        {
            throw new InvalidShopSettingsException(shop, fault);
        }

        await blobs.WriteJsonAsync(BlobLayout.ShopSettings(shop), settings, ShopJson.Default.ShopSettings, BlobCondition.None, cancellationToken);
    }

    /// <summary>Lists a shop that sent its first file before anybody set anything for it; settings that exist stay as they are.</summary>
    public async Task EnsureListedAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await blobs.FindAsync(BlobLayout.ShopSettings(shop), cancellationToken) is null)
        {
            await blobs.WriteJsonAsync(
                BlobLayout.ShopSettings(shop), new ShopSettings(), ShopJson.Default.ShopSettings, BlobCondition.Absent, cancellationToken);
        }
    }
}
