using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Lake;

public sealed class LakeReaderTests
{
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Read_ShopWithoutEvents_GivesNothing() => (await _porch.EventsAsync()).ShouldBeEmpty();

    [Fact]
    public async Task Read_SeveralDays_GivesThemInOrder()
    {
        await _porch.IngestAsync("b.ndjson", Lines.Join([Lines.Purchase(9, 3000), Lines.Purchase(2, 10), Lines.Purchase(1, 10)]));
        await _porch.IngestAsync("a.ndjson", Lines.Join([Lines.Purchase(5, 1500), Lines.Purchase(3, 9)]));

        (await _porch.EventsAsync()).Select(e => e.EventId.Value).ShouldBe(["e3", "e1", "e2", "e5", "e9"]);
    }

    [Fact]
    public async Task Read_PartThatNoCommitNames_IsNotSeen()
    {
        await _porch.IngestAsync("a.ndjson", Lines.Purchase(1));
        await _porch.DropAsync(new BlobName(BlobLayout.Lake, "acme/day=2026-02-01/half-written.ndjson.gz"), "anything");

        (await _porch.EventsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_PartThatWasChanged_Throws()
    {
        await _porch.IngestAsync("a.ndjson", Lines.Purchase(1));
        var part = (await _porch.StateAsync(BlobLayout.Lake)).Single();
        BlobName.TryParse(part.Key, out var name).ShouldBeTrue();
        part.Value[^1] ^= 1;
        await _porch.DropAsync(name, part.Value);

        await Should.ThrowAsync<InvalidDataException>(async () => await _porch.EventsAsync());
    }

    [Fact]
    public async Task Read_PartThatIsGone_ThrowsRatherThanLosingEvents()
    {
        await _porch.IngestAsync("a.ndjson", Lines.Purchase(1));
        BlobName.TryParse((await _porch.StateAsync(BlobLayout.Lake)).Keys.Single(), out var name).ShouldBeTrue();
        await _porch.Blobs.DeleteAsync(name, null, default);

        await Should.ThrowAsync<InvalidDataException>(async () => await new LakeReader(_porch.Blobs).ReadAsync(Porch.Shop, default).ToListAsync());
    }
}
