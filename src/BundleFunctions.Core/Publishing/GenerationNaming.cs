using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>Names generations by what they are made of.</summary>
public static class GenerationNaming
{
    /// <summary>The first 96 bits of the SHA-256 of format version, model, catalogue snapshot, bundling and pricing options, and which stock
    /// prices are to clear: equal inputs give an equal name, and equal bytes.</summary>
    public static GenerationId NameOf(ModelId model, string catalogue, ShopSettings settings, AdvisedStock? advised = null)
    {
        // Only what changes a bundle takes part: a shop's other settings do not make a new generation.
        var relevant = new ShopSettings { Bundling = settings.Bundling, Pricing = settings.Pricing };
        var text = $"{GenerationManifest.CurrentFormatVersion}\n{model}\n{catalogue}\n{JsonSerializer.Serialize(relevant, ShopJson.Default.ShopSettings)}{(advised is null ? "" : $"\n{advised.Digest()}")}";
        return Identifier.Parse<GenerationId>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12)));
    }
}
