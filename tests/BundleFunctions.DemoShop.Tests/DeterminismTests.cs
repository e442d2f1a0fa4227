using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class DeterminismTests(ShopLog log)
{
    /// <summary>Changes only with a deliberate change of the demo shop; equal on every machine.</summary>
    private const string PinnedHash = "deaf77966cb9fdf930a13dc48e30bcb062c60c88df221afa02b4003841dad776";

    private static readonly DemoShopOptions Small = new()
    {
        Products = 240,
        Visitors = 60,
        Orders = 300,
        Days = 10,
        Bundles = 12,
        LastDay = new(2026, 3, 1),
    };

    [Fact]
    public void Files_DefaultOptions_HaveThePinnedBytes() => Hash(log.Files).ShouldBe(PinnedHash);

    [Fact]
    public void Files_WalkedTwice_HaveTheSameBytes()
    {
        var shop = DemoShopGenerator.Generate(Small);

        Hash(shop.Files()).ShouldBe(Hash(shop.Files()));
    }

    [Fact]
    public void Files_MadeOnManyThreadsAtOnce_HaveTheSameBytes()
    {
        var hashes = new string[8];

        Parallel.For(0, hashes.Length, i => hashes[i] = Hash(DemoShopGenerator.Generate(Small).Files()));

        hashes.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Files_OtherSeed_HaveOtherProductsAndOtherEvents()
    {
        var one = DemoShopGenerator.Generate(Small).Files().ToArray();
        var other = DemoShopGenerator.Generate(Small with { Seed = Small.Seed + 1 }).Files().ToArray();

        other.Length.ShouldBe(one.Length);
        for (var i = 0; i < one.Length; i++)
        {
            other[i].Content.Span.SequenceEqual(one[i].Content.Span).ShouldBeFalse(one[i].Path);
        }
    }

    private static string Hash(IEnumerable<Files.DemoFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
