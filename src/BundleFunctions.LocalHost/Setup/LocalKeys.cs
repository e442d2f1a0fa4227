using System.Text.Json;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The keys that <c>./run</c> prints: kept in a file of the data directory that only its owner can read, so that the
/// printed lines stay good over restarts. Stores hold their hashes only.</summary>
internal static class LocalKeys
{
    public static async Task<Pair> GetAsync(IServiceProvider services, ShopId shop, CancellationToken cancellationToken)
    {
        var ring = services.GetRequiredService<ApiKeyRing>();
        var path = Path.Combine(services.GetRequiredService<StoreSettings>().Directory, $"keys-{shop}.json");
        if (File.Exists(path)
            && JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), ReadyFileJson.Default.Pair) is { } kept
            && await ring.AuthorizeAsync(kept.Admin, shop, ApiRole.Admin, cancellationToken) == ApiAccess.Granted)
        {
            return kept;
        }

        var made = new Pair(
            await ring.CreateAsync(shop, ApiRole.Read, cancellationToken),
            await ring.CreateAsync(shop, ApiRole.Admin, cancellationToken));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, made, ReadyFileJson.Default.Pair, cancellationToken);
        return made;
    }

    /// <summary>A key of each role.</summary>
    internal sealed record Pair(string Read, string Admin);
}
