namespace BundleFunctions.DeepModels.Training;

/// <summary>Every kind of deep model, one line each.</summary>
public static class DeepCatalogue
{
    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<DeepKind> All { get; } =
    [
        new("causal-transformer", "what comes next, by attention to what came before", 120) { ReadsSequences = true },
        new("gan", "what a generator makes that a critic cannot tell from truth", 115),
        new("lstm-two-tower", "what comes next, by a memory of what came before and features of items", 110) { ReadsSequences = true },
        new("masked-transformer", "what was hidden, by attention to what stands around it", 120) { ReadsSequences = true },
        new("multi-task", "clicks, carts, purchases and categories learned together", 130) { ReadsSequences = true },
        new("multimodal", "items that belong together, by texts, attributes, prices and pictures", 125) { ReadsTexts = true, LearnsPairs = true },
        new("text-pair", "items that belong together, by their texts", 105) { ReadsTexts = true, LearnsPairs = true },
        new("vae", "whole baskets from parts of them, by a variational autoencoder", 100),
    ];

    /// <summary>A kind; null where there is none of that name.</summary>
    public static DeepKind? Find(string name) => All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));
}
