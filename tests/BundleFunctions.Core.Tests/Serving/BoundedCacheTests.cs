using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Serving;

public sealed class BoundedCacheTests
{
    [Fact]
    public void Add_MoreThanItHolds_StaysWithinItsBytesAndKeepsWhatIsRead()
    {
        var cache = new BoundedCache<int, byte[]>(100_000);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Add(i, [], 1000);
            cache.TryGet(0, out _).ShouldBeTrue($"{i}");
            cache.Bytes.ShouldBeLessThanOrEqualTo(100_000);
        }

        cache.TryGet(1, out _).ShouldBeFalse();
        cache.TryGet(9_999, out _).ShouldBeTrue();
    }

    [Fact]
    public void Replace_ValueInAnotherForm_CountsAsThatFormAndStaysWithinItsBytes()
    {
        var cache = new BoundedCache<int, string>(100_000);
        for (var i = 0; i < 50; i++)
        {
            cache.Add(i, "packed", 1000);
        }

        var before = cache.Bytes;
        cache.Replace(7, "unpacked", 6000);
        cache.Bytes.ShouldBe(before + 5000);
        cache.TryGet(7, out var value).ShouldBeTrue();
        value.ShouldBe("unpacked");

        cache.Replace(1_000, "never kept", 6000);
        cache.TryGet(1_000, out _).ShouldBeFalse();
        for (var i = 0; i < 50; i++)
        {
            cache.Replace(i, "unpacked", 6000);
            cache.Bytes.ShouldBeLessThanOrEqualTo(100_000);
        }
    }
}
