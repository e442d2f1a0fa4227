using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Numerics.Tests.Counting;

/// <summary>The counters against brute force over every small size.</summary>
public sealed class CountingTests
{
    [Fact]
    public void PairCounter_EverySmallSize_CountsAsBruteForce()
    {
        for (var universe = 1; universe <= 9; universe++)
        {
            for (var rowCount = 0; rowCount <= 12; rowCount++)
            {
                var (rows, packed) = RandomRows.Make(rowCount, universe, (universe * 100) + rowCount);
                var counter = new PairCounter(packed, packed.Transpose());
                for (var anchor = 0; anchor < universe; anchor++)
                {
                    counter.Count(anchor);
                    var expected = Enumerable.Range(0, universe)
                        .Select(item => item == anchor ? 0 : rows.Count(row => row.Contains(anchor) && row.Contains(item)))
                        .ToArray();

                    Enumerable.Range(0, universe).Select(counter.Together).ShouldBe(expected);
                    counter.Touched.ToArray().Order().ShouldBe(Enumerable.Range(0, universe).Where(item => expected[item] > 0));
                }
            }
        }
    }

    [Fact]
    public void SubsetCounter_EverySmallSize_CountsEverySubsetAsBruteForce()
    {
        for (var chosenCount = 0; chosenCount <= 8; chosenCount++)
        {
            var (rows, packed) = RandomRows.Make(60, 10, chosenCount);
            var counter = new SubsetCounter(packed, packed.Transpose());
            for (var anchor = 0; anchor < 10; anchor++)
            {
                int[] chosen = [.. Enumerable.Range(0, 10).Where(item => item != anchor).Take(chosenCount).Reverse()];
                var counts = counter.Count(anchor, chosen).ToArray();

                counts.Length.ShouldBe(1 << chosenCount);
                for (var mask = 0; mask < counts.Length; mask++)
                {
                    var subset = chosen.Where((_, bit) => (mask >> bit & 1) == 1).Append(anchor);
                    counts[mask].ShouldBe(rows.Count(row => subset.All(row.Contains)), $"anchor {anchor}, mask {mask}");
                }
            }
        }
    }

    [Fact]
    public void SubsetCounter_TooManyChosen_IsRefused()
    {
        var packed = RandomRows.Pack([[0]], 20);
        var counter = new SubsetCounter(packed, packed.Transpose());

        Should.Throw<ArgumentException>(() => counter.Count(0, Enumerable.Range(1, 17).ToArray())).Message.ShouldContain("17");
    }

    [Fact]
    public void SortedSets_EverySmallSize_CountAsBruteForce()
    {
        var random = new Random(7);
        for (var a = 0; a <= 20; a++)
        {
            for (var b = 0; b <= 200; b += 7)
            {
                var lists = new[] { a, b, (a * b) % 31 }
                    .Select(size => Enumerable.Range(0, size).Select(_ => random.Next(1 + (b * 2))).Distinct().Order().ToArray()).ToArray();

                SortedSets.CountCommon(lists[0], lists[1]).ShouldBe(lists[0].Intersect(lists[1]).Count());
                SortedSets.CountCommon(lists[1], lists[0]).ShouldBe(lists[0].Intersect(lists[1]).Count());
                var common = lists[0].Intersect(lists[1]).Intersect(lists[2]).Count();
                SortedSets.CountCommon(lists[0], lists[1], lists[2]).ShouldBe(common);
                SortedSets.CountCommon(lists[2], lists[0], lists[1]).ShouldBe(common);
                SortedSets.CountCommon(lists[1], lists[2], lists[0]).ShouldBe(common);
            }
        }
    }

    [Fact]
    public void Transpose_OfTranspose_IsTheSame()
    {
        var (rows, packed) = RandomRows.Make(40, 7, 3);
        var back = packed.Transpose().Transpose();

        back.Count.ShouldBe(40);
        Enumerable.Range(0, 40).Select(row => back[row].ToArray()).ShouldBe(rows);
    }

    [Fact]
    public void Slice_Rows_KeepsTheirMembers()
    {
        var (rows, packed) = RandomRows.Make(12, 7, 3);
        var slice = packed.Slice(5, 4);

        Enumerable.Range(0, slice.Count).Select(row => slice[row].ToArray()).ShouldBe(rows[5..9]);
    }

    [Fact]
    public void BoundedTop_EveryCapacity_KeepsTheSortedHead()
    {
        var random = new Random(1);
        for (var capacity = 0; capacity <= 12; capacity++)
        {
            int[] values = [.. Enumerable.Range(0, 10)];
            random.Shuffle(values);
            var top = new BoundedTop<int>(capacity, Comparer<int>.Create((a, b) => b.CompareTo(a)));
            foreach (var value in values)
            {
                top.Add(value);
            }

            top.Best.ToArray().ShouldBe(values.OrderDescending().Take(capacity));
        }
    }
}
