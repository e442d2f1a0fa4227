using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Operations;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Operations;

public sealed class ShopBackupTests
{
    private readonly Kitchen _kitchen = new();

    [Fact]
    public async Task Restore_IntoEmptyStores_ServesTheSameDocuments()
    {
        var archive = await BackUpAsync();
        var (blobs, documents) = (new InMemoryBlobStore(_kitchen.Clock), new InMemoryDocumentStore(_kitchen.Clock));

        var report = await new ShopBackup(blobs).RestoreAsync(Kitchen.Shop, new MemoryStream(archive), default);
        var rebuilt = await new GenerationRestorer(blobs, documents, _kitchen.Clock, Kitchen.Publishing).RestoreAsync(Kitchen.Shop, default);

        report.AlreadyThere.ShouldBe(0);
        report.Blobs.ShouldBeGreaterThan(4);
        rebuilt.PointerRestored.ShouldBeTrue();
        documents.Keys.ShouldBe(_kitchen.Memory.Keys);
        foreach (var key in documents.Keys)
        {
            (await documents.GetAsync(key, default))!.Body.ToArray().ShouldBe((await _kitchen.Memory.GetAsync(key, default))!.Body.ToArray());
        }
    }

    [Fact]
    public async Task Write_SameShopTwice_GivesTheSameBytes() => (await BackUpAsync()).ShouldBe(await BackUpAsync(publish: false));

    [Fact]
    public async Task Restore_CutShortAtEveryWrite_IsFinishedByTheNext()
    {
        var archive = await BackUpAsync();
        var blobs = new InMemoryBlobStore(_kitchen.Clock);
        for (var failAt = 1; ; failAt++)
        {
            var failing = new FailingBlobStore(blobs, failAt, afterwards: failAt % 2 == 0);
            try
            {
                await new ShopBackup(failing).RestoreAsync(Kitchen.Shop, new MemoryStream(archive), default);
                break;
            }
            catch (StoreException)
            {
                // A name that leads somewhere is written after what it leads to: where it is there, all else is.
                if (await blobs.FindAsync(BlobLayout.ShopSettings(Kitchen.Shop), default) is not null)
                {
                    (await new ShopBackup(blobs).RestoreAsync(Kitchen.Shop, new MemoryStream(archive), default))
                        .ShouldSatisfyAllConditions(report => report.AlreadyThere.ShouldBe(report.Blobs));
                }
            }
        }

        (await new ShopBackup(blobs).RestoreAsync(Kitchen.Shop, new MemoryStream(archive), default))
            .ShouldSatisfyAllConditions(report => report.AlreadyThere.ShouldBe(report.Blobs));
    }

    [Fact]
    public async Task Restore_BlobThatContradicts_IsRefused()
    {
        var archive = await BackUpAsync();
        var blobs = new InMemoryBlobStore(_kitchen.Clock);
        await blobs.PutAsync(GenerationFiles.PointerCopy(Kitchen.Shop), new MemoryStream("{}"u8.ToArray()), BlobCondition.None, default);

        (await Should.ThrowAsync<InvalidDataException>(() => new ShopBackup(blobs).RestoreAsync(Kitchen.Shop, new MemoryStream(archive), default)))
            .Message.ShouldContain("pointer.json is there and is another one");
    }

    [Fact]
    public async Task Restore_ArchiveOfAnotherShop_IsRefused()
    {
        var archive = await BackUpAsync();

        await Should.ThrowAsync<InvalidDataException>(() =>
            new ShopBackup(new InMemoryBlobStore()).RestoreAsync(Identifier.Parse<ShopId>("other"), new MemoryStream(archive), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(400)]
    public async Task Restore_ArchiveCutShort_IsRefused(int bytes)
    {
        var archive = await BackUpAsync();

        await Should.ThrowAsync<InvalidDataException>(() =>
            new ShopBackup(new InMemoryBlobStore()).RestoreAsync(Kitchen.Shop, new MemoryStream(archive[..bytes]), default));
    }

    private async Task<byte[]> BackUpAsync(bool publish = true)
    {
        if (publish)
        {
            await _kitchen.PutCatalogueAsync(Kitchen.PairProducts(20));
            await _kitchen.PublishAsync(await _kitchen.PutModelAsync(Kitchen.Pairs(20)));
        }

        using var archive = new MemoryStream();
        await new ShopBackup(_kitchen.Blobs).WriteAsync(Kitchen.Shop, archive, default);
        return archive.ToArray();
    }
}
