using BundleFunctions.Publishing;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A model as its shop's operators see it.</summary>
internal sealed record ModelRow(
    ModelId ModelId, string Model, DateTimeOffset TrainedAt, string Place, string? Decision, IReadOnlyList<string> Reasons, IReadOnlyDictionary<string, double> Metrics)
{
    public static ModelRow Of(RegisteredModel model) => new(
        model.Manifest.ModelId,
        model.Manifest.Model,
        model.Manifest.TrainedAt,
        model.Place.ToString().ToLowerInvariant(),
        model.Manifest.Gate?.Decision,
        model.Manifest.Gate?.Reasons ?? [],
        model.Manifest.Metrics);
}
