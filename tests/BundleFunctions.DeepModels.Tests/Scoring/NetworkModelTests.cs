using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Networks;
using BundleFunctions.DeepModels.Tests.Folders;
using BundleFunctions.DeepModels.Tests.Requirements;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Onnx;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tests.Scoring;

public sealed class NetworkModelTests : IDisposable
{
    private const int Items = TrainedFolder.Items;

    private readonly TrainedFolder _folder = new();

    [OnnxFact]
    public void Score_ManyQueries_EqualsScoringEachAlone()
    {
        var model = Model();
        Query[] queries = [.. Enumerable.Range(0, 70).Select(i => new Query(i % 7 == 0 ? [] : [i % Items]))];
        var together = new float[queries.Length * Items];
        var alone = new float[Items];

        model.Score(queries, together);

        for (var i = 0; i < queries.Length; i++)
        {
            model.Score(queries.AsSpan(i, 1), alone);
            together.AsSpan(i * Items, Items).ToArray().ShouldBe(alone);
        }
    }

    // The table's successor has the logit 1, all others 0: likelier than by chance by exp(1) * 5 / (4 + exp(1)).
    [OnnxFact]
    public void Score_OneItem_IsTheLogarithmOfTheLiftOverChance()
    {
        var scores = new float[Items];

        Model().Score([new Query([2])], scores);

        scores[3].ShouldBe((float)Math.Log(Math.E * Items / (Items - 1 + Math.E)), 1e-5f);
        scores[0].ShouldBe((float)Math.Log(Items / (Items - 1 + Math.E)), 1e-5f);
    }

    [OnnxFact]
    public void Score_LongSequence_TellsTheNewestSteps()
    {
        var scores = new float[Items];

        Model().Score([new Query([0, 1, 2, 3]) { Sequence = [new(3, 0), new(0, 0), new(1, 0), new(2, 0)] }], scores);

        // What stood before the newest three has no successor left.
        scores[4].ShouldBeLessThan(scores[1]);
        scores[1].ShouldBe(scores[2]);
    }

    // Told 1, it names 2 and nothing else; the customer bought 3 before, which a network of baskets is told and one of sets is not.
    [OnnxTheory]
    [InlineData("set", 2)]
    [InlineData("baskets", 4)]
    public void Score_BasketOfAKnownCustomer_IsToldWhatRowsWereLearned(string rows, int named)
    {
        _folder.Manifest["rows"] = rows;
        _folder.Close();
        var scores = new float[Items];

        Model().Score([new Query([1]) { History = [[3]] }], scores);

        Array.IndexOf(scores, scores.Max()).ShouldBe(named);
    }

    [OnnxFact]
    public void Score_SetLargerThanThereIsRoomFor_TellsWhatThePastNamesLast()
    {
        _folder.Manifest["rows"] = "set";
        _folder.Close();
        var scores = new float[Items];

        Model().Score([new Query([0, 1, 2, 3]) { History = [[0, 1], [2]] }], scores);

        // 3 is in no basket of the past: it is what there is no room for.
        scores[4].ShouldBeLessThan(scores[3]);
        scores[1].ShouldBe(scores[2]);
    }

    [OnnxFact]
    public void Load_WhatWasSaved_ScoresAlike()
    {
        var model = Model();
        var loaded = new DeepTrainer(DeepCatalogue.Find("vae")!, new DeepOptions(), new OnnxRuntime()).Load(model.Save());
        var (expected, found) = (new float[Items], new float[Items]);

        model.Score([new Query([1, 3])], expected);
        loaded.Score([new Query([1, 3])], found);

        found.ShouldBe(expected);
        Should.Throw<InvalidModelException>(() => new DeepTrainer(DeepCatalogue.Find("gan")!, new DeepOptions(), new OnnxRuntime()).Load(model.Save()));
    }

    [OnnxFact]
    public void Run_AgainAndAgain_AllocatesNothing()
    {
        using var network = new OnnxRuntime().Load(_folder.Get("model.onnx"), threads: 1);
        using var call = network.NewCall(4);
        call.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            call.Longs(0)[2] = 1 + (i % Items);
            call.Run();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100);
        call.Output(0)[..Items].ToArray().ShouldBe([1, 0, 0, 0, 0]);
    }

    [OnnxFact]
    public void Load_NoNetwork_IsRefused() =>
        Should.Throw<InvalidModelException>(() => new OnnxRuntime().Load([1, 2, 3], threads: 1)).Message.ShouldContain("cannot load the network");

    public void Dispose() => _folder.Dispose();

    private NetworkModel Model()
    {
        var runtime = new OnnxRuntime();
        var accepted = new ModelFolderReader(runtime).Read(_folder.Path, "vae", Items, TrainedFolder.Dataset);
        return new NetworkModel(accepted, runtime.Load(accepted.Network, threads: 1), "test");
    }
}
