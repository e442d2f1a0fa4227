namespace BundleFunctions.DeepModels.Training;

/// <summary>Every kind of deep model, one line each.</summary>
public static class DeepCatalogue
{
    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<DeepKind> All { get; } =
    [
        new("causal-transformer", "what comes next, by attention to what came before", 120),
        new("gan", "what a generator makes that a critic cannot tell from truth", 115),
        new("lstm-two-tower", "what comes next, by a memory of what came before and features of items", 110),
        new("masked-transformer", "what was hidden, by attention to what stands around it", 120),
        new("multi-task", "clicks, carts, purchases and categories learned together", 130),
        new("multimodal", "items that belong together, by texts, attributes, prices and pictures", 125) { ReadsTexts = true, LearnsPairs = true },
        new("text-pair", "items that belong together, by their texts", 105) { ReadsTexts = true, LearnsPairs = true },
        new("vae", "whole baskets from parts of them, by a variational autoencoder", 100),
    ];

    /// <summary>A kind, or one made smaller as <c>vae-int8</c> or <c>vae-pruned</c>; null where there is none of that name.</summary>
    public static DeepKind? Find(string name)
    {
        var compression = Compression.All.FirstOrDefault(one => name.EndsWith(one.Suffix, StringComparison.Ordinal));
        var trained = compression is null ? name : name[..^compression.Suffix.Length];
        var kind = All.FirstOrDefault(kind => string.Equals(kind.Trained, trained, StringComparison.Ordinal));
        return kind is null || compression is null ? kind : kind.With(compression);
    }
}
