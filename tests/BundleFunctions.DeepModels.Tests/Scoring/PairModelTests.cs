using System.Text.Json;
using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Networks;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Onnx;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.DeepModels.Tests.Scoring;

public sealed class PairModelTests
{
    private const int Items = 4;
    private const int Width = 11;

    // Item 3 goes with all others; 0 with 1, 1 with 0, and 2 with 3. Items 0 and 2 are strangers, and more.
    private static readonly float[] Source = Vectors((0, 0, 1), (0, 2, 1), (0, 9, 1), (1, 1, 1), (1, 2, 1), (2, 2, 1), (3, 10, 1));
    private static readonly float[] Target = Vectors((0, 1, 1), (1, 0, 1), (2, 10, 1), (2, 9, -1), (3, 2, 1.2f));

    // Means of what twenty items might give: 1, 1, 1 and 3.6 of them, in the mean 1.65.
    private static readonly float Usual = MathF.Sqrt(1 / 1.65f);
    private static readonly float Hub = MathF.Sqrt(3.6f / 1.65f);

    [Fact]
    public void Score_WhatGoesWithEverything_StandsBehindWhatGoesWithThisOne()
    {
        var scores = Scores(Model(threads: 1), new Query([0]));

        scores.ShouldBe([0, 1 / Usual, -1, 1.2f / Hub], 1e-6f);
        scores[1].ShouldBeGreaterThan(scores[3]);
    }

    [Fact]
    public void Score_SeveralItems_IsTheMeanOfTheirs() =>
        Scores(Model(threads: 1), new Query([0, 1])).ShouldBe([0.5f / Usual, 0.5f / Usual, -0.5f, 1.2f / Hub], 1e-6f);

    [Fact]
    public void Score_AnyNumberOfThreads_IsTheSame() => Scores(Model(threads: 8), new Query([0, 2])).ShouldBe(Scores(Model(threads: 1), new Query([0, 2])));

    [Fact]
    public void Load_WhatWasSaved_ScoresAlike() =>
        Scores(Trainer().Load(Model(threads: 1).Save()), new Query([0, 2])).ShouldBe(Scores(Model(threads: 1), new Query([0, 2])));

    [Fact]
    public void Load_ModelOfAnEarlierRelease_HoldsNoItemBack()
    {
        var saved = Model(threads: 1).Save();
        var earlier = new ModelArrays(saved.Model, saved.Fingerprint);
        foreach (var name in saved.All.Keys.Where(name => name is not "hubs"))
        {
            _ = saved.All[name] is float[] floats ? earlier.Add(name, floats) : earlier.Add(name, (byte[])saved.All[name]);
        }

        Scores(Trainer().Load(earlier), new Query([0])).ShouldBe([0, 1, -1, 1.2f], 1e-6f);
    }

    private static DeepTrainer Trainer() => new(DeepCatalogue.Find("text-pair")!, new DeepOptions(), new OnnxRuntime());

    private static PairModel Model(int threads)
    {
        var manifest = new ModelFolderManifest(
            "bundles-model", 1, "text-pair", "item", Items, 0, 17, [], [new("source", "float32", [-1, Width]), new("target", "float32", [-1, Width])],
            string.Empty, 0, "cpu", 0, []);
        var accepted = new AcceptedModel(manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, ModelFolderJson.Default.ModelFolderManifest), []);
        return PairModel.Of(accepted, Width, Source, Target, "test", new TrainingContext(threads, 1), CancellationToken.None);
    }

    private static float[] Vectors(params (int Item, int Place, float Value)[] values)
    {
        var vectors = new float[Items * Width];
        foreach (var (item, place, value) in values)
        {
            vectors[(item * Width) + place] = value;
        }

        return vectors;
    }

    private static float[] Scores(IRecommender model, Query query)
    {
        var scores = new float[Items];
        model.Score([query], scores);
        return scores;
    }
}
