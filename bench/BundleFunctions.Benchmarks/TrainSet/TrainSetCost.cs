using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Storage.Local;
using BundleFunctions.Training;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Benchmarks.TrainSet;

/// <summary>What the whole training of the default set costs a shop of a given size.</summary>
internal static class TrainSetCost
{
    /// <summary>Usage: train-set ITEMS EVENTS [catalogue] [THREADS]. Prints a table of processor seconds by stage.</summary>
    public static int Run(string[] args)
    {
        var (items, events) = (int.Parse(args[0], CultureInfo.InvariantCulture), int.Parse(args[1], CultureInfo.InvariantCulture));
        var baskets = ShopOrders.Make(items, events);
        var catalogue = args.Contains("catalogue", StringComparer.Ordinal) ? ShopCatalogue.Make(items) : null;
        var costs = new StageCosts();
        var options = new TrainingOptions { Threads = args.Length > 2 && int.TryParse(args[^1], CultureInfo.InvariantCulture, out var threads) ? threads : 2 };
        var folder = Directory.CreateTempSubdirectory("train-set");
        try
        {
            var data = new ShopData(
                Identifier.Parse<ShopId>("bench"), baskets, catalogue, Elasticities: null, Champion: null, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            var trainer = new ModelTrainer(
                new ModelWriter(new FolderBlobStore(folder.FullName, TimeProvider.System)),
                options,
                new TrainingContestants(
                    log => [.. DefaultSet.Create(options.Contest.Models, ShopSize.Of(log)).Select(one => one with { Trainer = new MeteredTrainer(one.Trainer, costs) })]));
            var manifest = trainer.TrainAsync(data, new Noted(costs), CancellationToken.None).GetAwaiter().GetResult();
            costs.Note("written");
            costs.Print();
            Console.WriteLine($"{manifest.ModelId} {manifest.Model}: {manifest.Gate?.Decision} {string.Join(" ", manifest.Gate?.Reasons ?? [])}");
            foreach (var (name, value) in manifest.Metrics)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:G6}"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Noted(StageCosts costs) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Stage == TrainingStage.Evaluation)
            {
                costs.Note(value.Done == 0 ? "orders encoded and split" : "judge");
            }
            else if (value.Done == value.Total)
            {
                costs.Note(value.Stage == TrainingStage.Associations ? "associations" : "write");
            }
        }
    }
}
