using System.Text;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Operations.Migration;

/// <summary>A shop as a program of another version left it: its generation has the name and the version that such a program gives.</summary>
internal sealed class OldShop
{
    public const string OldName = "000000000000000000000000";

    public Kitchen Kitchen { get; } = new();

    /// <summary>The generation that this program makes of the same model.</summary>
    public GenerationId Expected { get; private set; }

    public static async Task<OldShop> CreateAsync(int generationVersion, int modelVersion = 1)
    {
        var shop = new OldShop();
        await shop.Kitchen.PutCatalogueAsync(Kitchen.PairProducts(10));
        var report = await shop.Kitchen.PublishAsync(await shop.Kitchen.PutModelAsync(Kitchen.Pairs(10)));
        shop.Expected = report.Manifest!.Generation;
        await shop.RenameAsync(generationVersion);
        if (modelVersion != 1)
        {
            await shop.RewriteAsync(BlobLayout.ModelManifest(Kitchen.Shop, report.Manifest.ModelId), text => WithVersion(text, modelVersion));
        }

        return shop;
    }

    private async Task RenameAsync(int version)
    {
        foreach (var key in Kitchen.Memory.Keys)
        {
            var body = Encoding.UTF8.GetString((await Kitchen.Memory.GetAsync(key, default))!.Body.Span);
            await Kitchen.Memory.DeleteManyAsync([key], default);
            await Kitchen.Memory.PutManyAsync([new Document(new DocumentKey(key.Partition, Renamed(key.Id)), Encoding.UTF8.GetBytes(Renamed(body)))], default);
        }

        await foreach (var entry in Kitchen.Blobs.ListAsync(BlobLayout.Generations, $"{Kitchen.Shop}/", default))
        {
            await using var blob = await Kitchen.Blobs.OpenAsync(entry.Name, default);
            using var bytes = new MemoryStream();
            await blob!.Content.CopyToAsync(bytes);
            bytes.Position = 0;
            await Kitchen.Blobs.DeleteAsync(entry.Name, null, default);
            var name = new BlobName(BlobLayout.Generations, Renamed(entry.Name.Path));
            await Kitchen.Blobs.PutAsync(name, bytes, BlobCondition.None, default);
            if (name.Path.EndsWith(".json", StringComparison.Ordinal))
            {
                await RewriteAsync(name, text => name.Path.EndsWith("manifest.json", StringComparison.Ordinal) ? WithVersion(Renamed(text), version) : Renamed(text));
            }
        }
    }

    private async Task RewriteAsync(BlobName name, Func<string, string> change)
    {
        await using var blob = await Kitchen.Blobs.OpenAsync(name, default);
        using var reader = new StreamReader(blob!.Content);
        var text = change(await reader.ReadToEndAsync());
        await Kitchen.Blobs.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), BlobCondition.None, default);
    }

    private string Renamed(string text) => text.Replace(Expected.Value, OldName, StringComparison.Ordinal);

    private static string WithVersion(string manifest, int version)
    {
        var changed = System.Text.RegularExpressions.Regex.Replace(manifest, "\"formatVersion\":\\s*1", $"\"formatVersion\":{version}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        changed.ShouldNotBe(manifest);
        return changed;
    }
}
