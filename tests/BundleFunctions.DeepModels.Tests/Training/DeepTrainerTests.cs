using System.Diagnostics;
using BundleFunctions.DeepModels.Tests.Requirements;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Onnx;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tests.Training;

/// <summary>The trainer's process: what it says is passed on, and how it ends is told apart.</summary>
public sealed class DeepTrainerTests : IDisposable
{
    private static readonly TrainingData Data = new(new SparseMatrix([0, 2, 4], [0, 1, 1, 2], [1, 1, 1, 1], 3));

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("deep-work-");

    [TrainerFact]
    public void Train_RefusedInput_SaysWhatTheTrainerSaid() =>
        Should.Throw<DeepTrainingException>(() => Train("print('tensor x is missing', file=sys.stderr); sys.exit(2)"))
            .Message.ShouldBe("The trainer refused its input: tensor x is missing");

    [TrainerFact]
    public void Train_Diverged_IsADivergence() =>
        Should.Throw<DivergedException>(() => Train("print('loss is nan', file=sys.stderr); sys.exit(3)")).Message.ShouldContain("loss is nan");

    [TrainerFact]
    public void Train_Crash_KeepsTheEndOfStandardError()
    {
        var message = Should.Throw<DeepTrainingException>(() => Train("[print('line', i, file=sys.stderr) for i in range(1000)]; os._exit(139)")).Message;

        message.ShouldStartWith("The trainer ended with exit code 139");
        message.ShouldContain("line 999");
        message.ShouldNotContain("line 100\n");
    }

    [TrainerFact]
    public void Train_NothingWritten_IsRefused() =>
        Should.Throw<DeepTrainingException>(() => Train("sys.exit(0)")).Message.ShouldContain("What the trainer wrote is refused: The trainer wrote no manifest.json");

    [TrainerFact]
    public void Train_ProgressAndOtherLines_PassesProgressOn()
    {
        var told = new List<TrainerProgress>();

        Should.Throw<DeepTrainingException>(() => Train(
            """print('hello'); print('{"event":"started"}'); print('{"event":"progress","step":3,"steps":4,"loss":1.5,"secondsLeft":2}'); sys.exit(2)""", told.Add));

        told.ShouldBe([new TrainerProgress("progress", 3, 4, 1.5, 2)]);
    }

    [TrainerFact]
    public async Task Train_Cancelled_KillsTheProcess()
    {
        using var trainer = new FakeTrainer("open(os.path.join(here, 'pid'), 'w').write(str(os.getpid()) + ' '); time.sleep(600)");
        using var stop = new CancellationTokenSource();
        var training = Task.Run(() => Train(trainer, null, stop.Token));
        var file = Path.Combine(trainer.Folder, "pid");
        while (!training.IsCompleted && !(File.Exists(file) && File.ReadAllText(file).EndsWith(' ')))
        {
            await Task.Delay(50);
        }

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => training);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TrainerFact]
    public void Train_KilledOnce_ComesBackToTheSameFolder()
    {
        using var trainer = new FakeTrainer(
            "out = arg('--output'); os.makedirs(out, exist_ok=True); seen = os.path.exists(os.path.join(out, 'checkpoint')); open(os.path.join(out, 'checkpoint'), 'w').close(); print('seen' if seen else 'new', file=sys.stderr); os._exit(9 if not seen else 2)");

        Should.Throw<DeepTrainingException>(() => Train(trainer, null, CancellationToken.None)).Message.ShouldContain("new");
        Should.Throw<DeepTrainingException>(() => Train(trainer, null, CancellationToken.None)).Message.ShouldContain("seen");
    }

    [Fact]
    public void Train_NoData_ScoresEverythingZero()
    {
        var trainer = new DeepTrainer(DeepCatalogue.Find("vae")!, new DeepOptions(), new OnnxRuntime());
        var model = trainer.Train(new TrainingData(new SparseMatrix([0], [], [], 4)), new TrainingContext(1, 1), CancellationToken.None);
        float[] scores = [1, 1, 1, 1];

        trainer.Load(model.Save()).Score([new Query([2])], scores);

        scores.ShouldBe([0, 0, 0, 0]);
    }

    public void Dispose() => _work.Delete(recursive: true);

    private void Train(string body, Action<TrainerProgress>? told = null)
    {
        using var trainer = new FakeTrainer(body);
        Train(trainer, told, CancellationToken.None);
    }

    private void Train(FakeTrainer trainer, Action<TrainerProgress>? told, CancellationToken cancellationToken) =>
        new DeepTrainer(DeepCatalogue.Find("vae")!, new DeepOptions { Trainer = trainer.Folder, WorkFolder = _work.FullName }, new OnnxRuntime()) { Told = told }
            .Train(Data, new TrainingContext(1, 1), cancellationToken);
}
