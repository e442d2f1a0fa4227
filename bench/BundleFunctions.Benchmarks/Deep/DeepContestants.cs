using BundleFunctions.DeepModels.Training;
using BundleFunctions.Onnx;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>Models by name: those of both catalogues, plain TF-IDF, and blends as <c>blend:one+other</c>.</summary>
internal static class DeepContestants
{
    private static readonly ContentOptions TfIdf = new()
    {
        Fields = [new(ContentField.Title, 1), new(ContentField.CategoryWords, 1)],
        IdfPower = 1,
    };

    public static IRecommenderTrainer Create(string name, DeepOptions options) =>
        name.StartsWith("blend:", StringComparison.Ordinal)
            ? new BlendTrainer([.. name["blend:".Length..].Split('+').Select(part => Create(part, options))], new BlendOptions { ValidationShare = 0.5 })
        : name switch
        {
            "tf-idf" => new ContentTrainer(TfIdf),
            "content-title" => new ContentTrainer(new ContentOptions { Fields = [new(ContentField.Title, 1)] }),
            "content-grams" => new ContentTrainer(new ContentOptions { Fields = [new(ContentField.TitleGrams, 1)] }),
            "content-categories" => new ContentTrainer(new ContentOptions { Fields = [new(ContentField.CategoryWords, 1)] }),
            "ease-full" => new EaseTrainer(new EaseOptions { Neighbours = 5000 }),
            _ => DeepCatalogue.Find(name) is { } kind ? new DeepTrainer(kind, options, new OnnxRuntime()) { Told = Tell(name) }
                : ModelCatalogue.Find(name)?.Create() ?? throw new ArgumentException($"There is no model '{name}'.", nameof(name)),
        };

    private static Action<TrainerProgress> Tell(string name) => progress =>
        Console.Error.WriteLine(FormattableString.Invariant($"{name}: step {progress.Step} of {progress.Steps}, loss {progress.Loss:F4}, {progress.SecondsLeft:F0} s left"));
}
