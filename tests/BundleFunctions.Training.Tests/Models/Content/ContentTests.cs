using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class ContentTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new ContentTrainer(new ContentOptions());

    // Words that say what the data hold: fifty items are the checkerboard's two colours, all others pairs.
    protected override TrainingData Complete(TrainingData data) => data with
    {
        Content = [.. Enumerable.Range(0, data.Items).Select(item => data.Items == 50
            ? ItemContent.Of(item % 2 == 0 ? "white field" : "black field", "board/squares")
            : ItemContent.Of($"thing pair{item / 2:D2}", "shop"))],
    };

    [Theory]
    [MemberData(nameof(EachField))]
    public void Score_EachFieldAlone_FindsTheItemThatSharesIt(ContentField field, TermWeighting weighting)
    {
        // Item 1 shares every field with item 0, item 2 none, item 3 is unknown to the catalogue.
        var content = new[] { Item("camera strap", "leather", "photo/straps", "Acme", "red", 10), Item("straps", "leather", "photo/straps", "acme", "red", 11), Item("kettle", "steel", "kitchen/kettles", "Other", "blue", 90), ItemContent.Unknown };
        var options = new ContentOptions { Fields = [new(field, 2)], Weighting = weighting };
        var data = new TrainingData(new([0], [], [], 4)) { Content = content };
        var scores = Scores(new ContentTrainer(options).Train(data, Context, CancellationToken.None), [new Query([0]), new Query([3])]);
        scores[1].ShouldBeGreaterThan(0);
        scores[2..4].ShouldBe([0f, 0f]);
        ((double)scores[0]).ShouldBe(2, 1e-5);
        scores[4..].ShouldBe([0f, 0f, 0f, 0f]);
    }

    public static IEnumerable<object[]> EachField() =>
        Enum.GetValues<ContentField>().SelectMany(field => Enum.GetValues<TermWeighting>().Select(weighting => new object[] { field, weighting }));

    [Fact]
    public void Score_TitlesWorkedByHand_IsTheCosineOfTfIdf()
    {
        // idf = ln(4 / (1 + df)) + 1: b 1 + ln(4/3), a and c 1 + ln 2. tf counts 1 + ln 2 for "c c".
        var content = new[] { ItemContent.Of("a b"), ItemContent.Of("b c c"), ItemContent.Of("d") };
        var options = new ContentOptions { Fields = [new(ContentField.Title, 1)], IdfPower = 1 };
        var data = new TrainingData(new([0], [], [], 3)) { Content = content };
        var (b, rare) = (1 + Math.Log(4 / 3.0), 1 + Math.Log(2));
        var c = (1 + Math.Log(2)) * rare;
        var expected = b * b / (Math.Sqrt((rare * rare) + (b * b)) * Math.Sqrt((b * b) + (c * c)));
        ((double)Scores(new ContentTrainer(options).Train(data, Context, CancellationToken.None), [new Query([0])])[1]).ShouldBe(expected, 1e-6);
    }

    private static ItemContent Item(string title, string description, string category, string brand, string colour, double price) =>
        new(title, description, [category], brand, [new("colour", colour)], price);
}
