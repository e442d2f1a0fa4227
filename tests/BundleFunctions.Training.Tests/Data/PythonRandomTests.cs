namespace BundleFunctions.Training.Tests.Data;

public sealed class PythonRandomTests
{
    // python3 -c "import random; r = random.Random(0); print([r.choice(range(n)) for n in (7, 10, 100, 3, 2, 1000, 16, 17)])"
    [Fact]
    public void Choice_SeedZero_IsPythons()
    {
        var random = new PythonRandom(0);
        new[] { 7, 10, 100, 3, 2, 1000, 16, 17 }.Select(random.Choice).ShouldBe((int[])[6, 6, 97, 1, 0, 265, 15, 12]);
    }

    // python3 -c "import random; l = list(range(10)); random.Random(0).shuffle(l); print(l)"
    [Fact]
    public void Shuffle_SeedZero_IsPythons()
    {
        var values = Enumerable.Range(0, 10).ToArray();
        new PythonRandom(0).Shuffle<int>(values);
        values.ShouldBe([7, 8, 1, 5, 3, 4, 2, 0, 9, 6]);
    }
}
