namespace BundleFunctions.Publishing;

/// <summary>Which generation may take another's place.</summary>
internal static class PublishRules
{
    /// <summary>Why a model's generation must not be switched on; null where it may.</summary>
    public static (PublishOutcome Outcome, string Reason)? FindObstacle(
        ShopPointer? pointer, GenerationId generation, ModelId model, DateTimeOffset trainedAt)
    {
        if (pointer is null)
        {
            return null;
        }

        if (pointer.Find(generation) is { } known && (generation == pointer.Current || known.Withdrawn))
        {
            return (PublishOutcome.AlreadyPublished, known.Withdrawn
                ? $"Generation {generation} was published before and rolled back."
                : $"Generation {generation} is serving.");
        }

        var current = pointer.CurrentInfo;
        if (trainedAt < current.ModelTrainedAt)
        {
            return (PublishOutcome.Refused, $"Model {model} was trained at {trainedAt:O}; {current.ModelId}, which serves, at {current.ModelTrainedAt:O}.");
        }

        if (model != current.ModelId && pointer.History.Any(info => info.Withdrawn && info.ModelId == model))
        {
            return (PublishOutcome.Refused, $"Model {model} was rolled back.");
        }

        return null;
    }

    /// <summary>Why a built generation is not worth switching on; null where it is.</summary>
    public static string? FindCollapse(ShopPointer? pointer, GenerationManifest manifest, double minShare)
    {
        if (pointer?.CurrentInfo is not { Bundles: > 0 } current)
        {
            return null;
        }

        return manifest.Bundles == 0 ? $"Model {manifest.ModelId} gives no bundle; the generation that serves has {current.Bundles}."
            : manifest.Bundles < minShare * current.Bundles
                ? $"Model {manifest.ModelId} gives {manifest.Bundles} bundles; the generation that serves has {current.Bundles}, of which at least a share of {minShare} is expected."
                : null;
    }
}
