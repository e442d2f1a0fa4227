using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Models;

/// <summary>What every kind of model owes, on data whose answer is known by construction.</summary>
public abstract class RecommenderContract
{
    private const int PlantedItems = 40;

    protected static readonly TrainingContext Context = new(Threads: 2, Seed: 7);

    /// <summary>The trainer, with options that suit a few dozen rows.</summary>
    protected abstract IRecommenderTrainer Trainer { get; }

    /// <summary>False for models that know no more than how popular items are: they cannot tell the two colours of a checkerboard apart.</summary>
    protected virtual bool Personal => true;

    /// <summary>False for models that by design never name what the query does not hold.</summary>
    protected virtual bool Explores => true;

    /// <summary>Rounds out the data where a model needs more than rows: texts, histories, moments.</summary>
    protected virtual TrainingData Complete(TrainingData data) => data;

    /// <summary>Rounds out a query likewise.</summary>
    protected virtual Query Complete(Query query) => query;

    [Fact]
    public void Score_Checkerboard_PrefersTheQuerysColour()
    {
        if (!Personal || !Explores)
        {
            return;
        }

        // Even rows hold even items and odd rows odd ones, each row without a few: the missing even ones belong to an even row.
        var model = Train(Checkerboard.Data);
        foreach (var row in new[] { 0, 1, 6, 13 })
        {
            var query = Complete(new Query(Checkerboard.Rows[row]) { Row = row });
            var best = Top(model, query, count: 2);
            best.ShouldAllBe(item => item % 2 == row % 2, $"row {row}");
        }
    }

    [Fact]
    public void Score_PlantedPairs_NamesThePartnerFirst()
    {
        if (!Personal || !Explores)
        {
            return;
        }

        var model = Train(PlantedPairs.Data(PlantedItems));
        var right = Enumerable.Range(0, PlantedItems).Count(item => Top(model, Complete(new Query([item])), count: 1)[0] == (item ^ 1));
        right.ShouldBeGreaterThanOrEqualTo(PlantedItems * 9 / 10);
    }

    [Fact]
    public void Save_ThenLoad_ScoresAlike()
    {
        var model = Train(Checkerboard.Data);
        using var file = new MemoryStream();
        ModelArraysFile.Write(model.Save(), file);
        file.Position = 0;
        var loaded = Trainer.Load(ModelArraysFile.Read(file, file.Length));
        var queries = Checkerboard.Queries.Select(Complete).ToArray();
        loaded.Items.ShouldBe(model.Items);
        Scores(loaded, queries).ShouldBe(Scores(model, queries));
    }

    [Fact]
    public void Load_ArraysOfAnotherModel_Refuses() =>
        Should.Throw<InvalidModelException>(() => Trainer.Load(new ModelArrays("some-other-model", string.Empty)));

    [Fact]
    public void Train_OneTwoEightThreads_SameBytes()
    {
        var data = Complete(PlantedPairs.Data(PlantedItems));
        Bytes(data, Context with { Threads = 2 }).ShouldBe(Bytes(data, Context with { Threads = 1 }));
        Bytes(data, Context with { Threads = 8 }).ShouldBe(Bytes(data, Context with { Threads = 1 }));
    }

    [Fact]
    public void Score_ManyAtOnce_SameAsOneByOne()
    {
        var model = Train(Checkerboard.Data);
        var queries = Checkerboard.Queries.Select(Complete).ToArray();
        var together = Scores(model, queries);
        together.ShouldBe(queries.SelectMany(query => Scores(model, [query])).ToArray());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(3, 0)]
    [InlineData(3, 5)]
    public void Train_EmptyRows_ScoresFinite(int rows, int items)
    {
        var model = Train(new TrainingData(new SparseMatrix(new int[rows + 1], [], [], items)));
        model.Items.ShouldBe(items);
        Scores(model, [Complete(new Query([]))]).ShouldAllBe(score => float.IsFinite(score));
    }

    [Fact]
    public void Train_OneItemOneRow_ScoresFinite()
    {
        var model = Train(new TrainingData(new SparseMatrix([0, 1], [0], [1], 1)));
        Scores(model, [Complete(new Query([])), Complete(new Query([0]))]).ShouldAllBe(score => float.IsFinite(score));
    }

    [Fact]
    public void Train_EveryRowTheSame_ScoresFinite()
    {
        var model = Train(Checkerboard.Of([.. Enumerable.Repeat(new[] { 0, 1, 2 }, 12)], 4));
        Scores(model, [Complete(new Query([0, 1, 2])), Complete(new Query([3])), Complete(new Query([]))]).ShouldAllBe(score => float.IsFinite(score));
    }

    protected IRecommender Train(TrainingData data) => Trainer.Train(Complete(data), Context, CancellationToken.None);

    protected static float[] Scores(IRecommender model, Query[] queries)
    {
        var scores = new float[queries.Length * model.Items];
        Array.Fill(scores, float.NaN);
        model.Score(queries, scores);
        return scores;
    }

    /// <summary>Best items that the query does not hold; ties to the lower number.</summary>
    protected static int[] Top(IRecommender model, Query query, int count)
    {
        var scores = Scores(model, [query]);
        return [.. Enumerable.Range(0, model.Items).Except(query.Items).OrderByDescending(item => scores[item]).ThenBy(item => item).Take(count)];
    }

    private byte[] Bytes(TrainingData data, TrainingContext context)
    {
        using var file = new MemoryStream();
        ModelArraysFile.Write(Trainer.Train(data, context, CancellationToken.None).Save(), file);
        return file.ToArray();
    }
}
