using BundleFunctions.DemoShop;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The seeded demo shop, as the blobs that it becomes.</summary>
internal static class DemoFiles
{
    public static IEnumerable<DroppedFile> Make(RunOptions options) =>
        DemoShopGenerator.Generate(new DemoShopOptions { Seed = options.Seed }).Files().Select(file => new DroppedFile(
            file.BlobFor(options.Shop), () => new MemoryStream(file.Content.ToArray(), writable: false)));
}
