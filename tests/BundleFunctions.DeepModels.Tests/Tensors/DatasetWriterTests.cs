using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.DeepModels.Text;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tests.Tensors;

public sealed class DatasetWriterTests : IDisposable
{
    private static readonly ItemContent[] Content =
    [
        new("Red mug", "A mug", ["Kitchen > Mugs"], "Acme", [new("colour", "red")], 5),
        new("Blue mug", "", ["Kitchen > Mugs"], "", [new("colour", "blue")], 7),
        ItemContent.Unknown,
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dataset-");

    [Fact]
    public void Write_SameData_SameBytes() => Write(Sets(), "one").ShouldBe(Write(Sets(), "two"));

    [Fact]
    public void Write_Sets_AreRowsOfOneBasket()
    {
        Write(Sets(), "one");

        Longs("one", "row_offsets").ShouldBe([0, 3, 5]);
        Ints("one", "row_items").ShouldBe([0, 1, 2, 0, 2]);
        Ints("one", "row_baskets").ShouldBe([0, 0, 0, 0, 0]);
        File.Exists(At("one", "row_actions")).ShouldBeFalse();
    }

    [Fact]
    public void Write_Sequences_KeepsOrderRepeatsAndActions()
    {
        Write(Sets() with { Sequences = [[new(2, 0), new(2, 2), new(0, 3)], [new(1, 1)]] }, "one");

        Longs("one", "row_offsets").ShouldBe([0, 3, 4]);
        Ints("one", "row_items").ShouldBe([2, 2, 0, 1]);
        File.ReadAllBytes(At("one", "row_actions"))[^4..].ShouldBe([0, 2, 3, 1]);
        File.Exists(At("one", "row_baskets")).ShouldBeFalse();
    }

    [Fact]
    public void Write_Histories_NumberTheBasketsOfEachRow()
    {
        Write(Sets() with { Histories = [[[0, 1], [2]], [[0], [2]]] }, "one");

        Ints("one", "row_items").ShouldBe([0, 1, 2, 0, 2]);
        Ints("one", "row_baskets").ShouldBe([0, 0, 1, 0, 1]);
    }

    [Fact]
    public void Write_Content_NumbersWhatTheCatalogueSays()
    {
        Write(Sets() with { Content = Content }, "one", BytePairLearner.Learn(["mug mug mug mug"], 300, CancellationToken.None));

        Longs("one", "item_categories_offsets").ShouldBe([0, 2, 4, 4]);
        Ints("one", "item_categories").ShouldBe([0, 1, 0, 1]);
        Ints("one", "item_brand").ShouldBe([0, -1, -1]);
        Ints("one", "item_price_level").ShouldBe([0, 5, -1]);
        Ints("one", "item_attributes").ShouldBe([1, 0]);
        Longs("one", "item_tokens_offsets")[^1].ShouldBe(Longs("one", "item_tokens_offsets")[^2]);
        Ints("one", "item_tokens").ShouldAllBe(token => token >= 1 && token <= 300);
    }

    [Fact]
    public void Write_Pairs_CountBothWaysAndWeighLargeRowsLess()
    {
        DatasetWriter.Write(Sets(), Make("one"), vocabulary: null, withPairs: true, seed: 1);

        Ints("one", "pair_left").ShouldBe([0, 0, 1, 1, 2, 2]);
        Ints("one", "pair_right").ShouldBe([1, 2, 0, 2, 0, 1]);

        // 0 and 2 stand together in a row of three (1/2) and in one of two (1), and each in both rows.
        ((float[])NpyArray.Read(File.ReadAllBytes(At("one", "pair_strength")), "x").Values)[1].ShouldBe(0.75f, 1e-6f);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static TrainingData Sets() => new(new SparseMatrix([0, 3, 5], [0, 1, 2, 0, 2], [1, 1, 1, 1, 1], 3));

    private string Write(TrainingData data, string name, BytePairs? vocabulary = null) =>
        DatasetWriter.Write(data, Make(name), vocabulary, withPairs: false, seed: 1);

    private string Make(string name) => _folder.CreateSubdirectory(name).FullName;

    private string At(string name, string tensor) => Path.Combine(_folder.FullName, name, $"{tensor}.npy");

    private long[] Longs(string name, string tensor) => (long[])NpyArray.Read(File.ReadAllBytes(At(name, tensor)), tensor).Values;

    private int[] Ints(string name, string tensor)
    {
        var bytes = File.ReadAllBytes(At(name, tensor));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.FullName, name, "manifest.json")));
        var entry = manifest.RootElement.GetProperty("tensors").EnumerateArray().Single(one => one.GetProperty("name").GetString() == tensor);
        entry.GetProperty("dtype").GetString().ShouldBe("int32");
        Should.Throw<InvalidModelException>(() => NpyArray.Read(bytes, tensor)).Message.ShouldContain("'<i4'");
        var count = entry.GetProperty("shape")[0].GetInt32();
        return [.. Enumerable.Range(0, count).Select(i => BitConverter.ToInt32(bytes, bytes.Length - (4 * (count - i))))];
    }
}
