using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Networks;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.DeepModels.Text;
using BundleFunctions.Ports;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.DeepModels.Training;

/// <summary>Has a deep model trained by the trainer, in a process of its own, and scores by what it wrote, once that has passed every check.</summary>
/// <param name="kind">Which.</param>
/// <param name="options">Valid options.</param>
/// <param name="runtime">Runs networks.</param>
public sealed class DeepTrainer(DeepKind kind, DeepOptions options, ITensorRuntime runtime) : IRecommenderTrainer
{
    /// <inheritdoc/>
    public string Name => kind.Name;

    /// <inheritdoc/>
    public string Fingerprint => $"{options.FingerprintOf(kind.Trained)}{kind.Compression?.Suffix}";

    /// <summary>Hears how far the training is; may be called by another thread.</summary>
    public Action<TrainerProgress>? Told { get; init; }

    /// <inheritdoc/>
    /// <exception cref="DeepTrainingException">Trainer or runtime are missing, the trainer failed, or what it wrote was refused.</exception>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        if (data.Rows.NonZeros == 0)
        {
            return new NothingLearned(kind.Trained, data.Items, Fingerprint);
        }

        var place = TrainerPlace.Find(options);
        if ((place.Missing ?? (runtime.IsPresent ? null : $"{runtime.About}.")) is { } missing)
        {
            throw new DeepTrainingException(missing);
        }

        if (kind.ReadsTexts && data.Content.Count == 0)
        {
            throw new DeepTrainingException($"Model {Name} learns from texts, and there is no catalogue.");
        }

        var vocabulary = kind.ReadsTexts ? BytePairLearner.Learn(data.Content.Select(ItemText.Of), options.Vocabulary, cancellationToken) : null;
        var dataset = Directory.CreateTempSubdirectory("bundles-tensors-");
        try
        {
            var hash = DatasetWriter.Write(data, dataset.FullName, vocabulary, kind.LearnsPairs, context.Seed);
            var accepted = Run(place, dataset.FullName, hash, data.Items, context, cancellationToken);
            return Model(accepted, () => ItemTensors.Of(data.Content, vocabulary), context, cancellationToken);
        }
        catch (InvalidModelException e)
        {
            throw new DeepTrainingException($"What the trainer wrote is refused: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new DeepTrainingException($"The trainer's network cannot be run: {e.Message}", e);
        }
        finally
        {
            dataset.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(kind.Trained);
        if (arrays.All.ContainsKey(DeepArrays.Empty))
        {
            return new NothingLearned(kind.Trained, arrays.Ints(DeepArrays.Empty)[0], arrays.Fingerprint);
        }

        var bytes = arrays.Bytes(DeepArrays.Manifest);
        var model = new AcceptedModel(ModelFolderManifest.Read(bytes), bytes, arrays.Bytes(DeepArrays.Network));
        if (model.Manifest.Signature is not Signatures.Item)
        {
            return new NetworkModel(model, runtime.Load(model.Network, threads: 1), arrays.Fingerprint);
        }

        var (width, source, target) = (model.Manifest.Outputs[0].Width, arrays.Floats(DeepArrays.Source), arrays.Floats(DeepArrays.Target));

        // Models of earlier releases hold no item back.
        var hubs = arrays.All.ContainsKey(DeepArrays.Hubs) ? arrays.Floats(DeepArrays.Hubs) : [.. Enumerable.Repeat(1f, model.Manifest.Items)];
        return source.Length == (long)model.Manifest.Items * width && target.Length == source.Length && hubs.Length == model.Manifest.Items
            && hubs.All(hub => hub > 0 && float.IsFinite(hub))
            ? new PairModel(model, width, source, target, hubs, arrays.Fingerprint)
            : throw new InvalidModelException(
                $"Model '{Name}' has {source.Length}, {target.Length} and {hubs.Length} numbers for {model.Manifest.Items} items of width {width}; expected as many as they need, and divisors above 0.");
    }

    private AcceptedModel Run(
        TrainerPlace place, string dataset, string hash, int items, TrainingContext context, CancellationToken cancellationToken)
    {
        var threads = options.Threads > 0 ? options.Threads : context.Threads;
        var seed = context.Seed.ToString(CultureInfo.InvariantCulture);
        using var folder = WorkFolder.Open(
            options.WorkFolder ?? Path.Combine(Path.GetTempPath(), "bundles-deep"), hash, $"{kind.Trained} {options.FingerprintOf(kind.Trained)} {seed} {threads}");
        File.WriteAllText(folder.ConfigFile, options.Config.GetValueOrDefault(kind.Trained, "{}"));
        string[] arguments =
        [
            "train", "--model", kind.Trained, "--dataset", dataset, "--output", folder.Output, "--config", folder.ConfigFile, "--seed", seed,
            "--threads", threads.ToString(CultureInfo.InvariantCulture), "--max-seconds", options.MaxSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        try
        {
            var trainer = new TrainerProcess(place);
            trainer.Run(
                arguments,
                threads,
                progress =>
                {
                    context.Progress?.Report(Math.Clamp(progress.Step / progress.Steps, 0, 1));
                    Told?.Invoke(progress);
                },
                cancellationToken);
            if (kind.Compression is { } compression)
            {
                string[] shrink = ["compress", "--model", folder.Output, "--output", folder.Compressed(compression), "--threads", arguments[^3], .. compression.Arguments];
                trainer.Run(shrink, threads, _ => { }, cancellationToken);
            }
        }
        catch (Exception e) when (e is DivergedException or DeepTrainingException { IsFinal: true })
        {
            // The same again would end the same: there is nothing to go on from.
            folder.IsDone = true;
            throw;
        }

        // Those that are made smaller need the same network again, and none knows whether it is the last.
        folder.IsDone = !options.KeepFinished;
        return new ModelFolderReader(runtime).Read(kind.Compression is { } smaller ? folder.Compressed(smaller) : folder.Output, kind.Trained, items, hash);
    }

    private IRecommender Model(AcceptedModel accepted, Func<ItemTensors> items, TrainingContext context, CancellationToken cancellationToken)
    {
        var network = runtime.Load(accepted.Network, threads: 1);
        if (accepted.Manifest.Signature is not Signatures.Item)
        {
            return new NetworkModel(accepted, network, Fingerprint);
        }

        using (network)
        {
            var (source, target) = ItemEncoder.Run(accepted.Manifest, network, items(), cancellationToken);
            return PairModel.Of(accepted, accepted.Manifest.Outputs[0].Width, source, target, Fingerprint, context, cancellationToken);
        }
    }
}
