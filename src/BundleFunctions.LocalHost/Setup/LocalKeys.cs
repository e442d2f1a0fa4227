using System.Text.Json;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The keys that <c>./run</c> prints: kept in a file of the data directory that only its owner can read, so that the
/// printed lines stay good over restarts. Stores hold their hashes only.</summary>
internal static class LocalKeys
{
    private const string Label = "local run";

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

        // Keys of an earlier run whose file is gone open nothing for anybody any more, and would fill the shop's ring.
        foreach (var lost in (await ring.ListAsync(shop, cancellationToken)).Where(key => string.Equals(key.Label, Label, StringComparison.Ordinal)))
        {
            await ring.RevokeByIdAsync(shop, lost.Id, cancellationToken);
        }

        var made = new Pair(await IssueAsync(ring, shop, ApiRole.Read, cancellationToken), await IssueAsync(ring, shop, ApiRole.Admin, cancellationToken));
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

    private static async Task<string> IssueAsync(ApiKeyRing ring, ShopId shop, ApiRole role, CancellationToken cancellationToken) =>
        (await ring.IssueAsync(shop, role, Label, cancellationToken) ?? throw new ApiKeyLimitException(shop, role)).Key;

    /// <summary>A key of each role.</summary>
    internal sealed record Pair(string Read, string Admin);
}
