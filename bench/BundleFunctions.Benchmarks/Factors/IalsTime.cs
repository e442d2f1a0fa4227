using System.Globalization;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Benchmarks.Factors;

/// <summary>Epochs of implicit ALS. Usage: ials FOLDER ITEMS THREADS. Prints processor seconds of an epoch, peak MiB and the loss after the
/// first and the last epoch.</summary>
internal static class IalsTime
{
    public const int Epochs = 6;

    public static IalsOptions Options { get; } = new() { Rank = 64, Alpha = 10, Lambda = 10, Steps = 3, Plateau = 0, Iterations = Epochs };

    public static int Run(string[] args)
    {
        var rows = FactorData.Read(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        var clock = new EpochClock();
        var context = new TrainingContext(int.Parse(args[2], CultureInfo.InvariantCulture), Seed: 1) { Progress = clock };
        var fit = new IalsTrainer(Options).Fit(new TrainingData(rows), context, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{clock.MedianSeconds():F2}\t{Measured.PeakMebibytes():F0}\t{fit.Losses[0]:F8}\t{fit.Losses[^1]:F8}"));
        return 0;
    }
}
