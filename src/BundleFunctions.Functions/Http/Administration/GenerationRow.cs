using BundleFunctions.Publishing;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A generation as its shop's operators see it.</summary>
internal sealed record GenerationRow(
    GenerationId Generation,
    string Place,
    bool Kept,
    bool Withdrawn,
    string Model,
    ModelId ModelId,
    DateTimeOffset ModelTrainedAt,
    string Catalogue,
    DateTimeOffset PublishedAt,
    int Products,
    int Bundles)
{
    /// <param name="info">As the pointer has it.</param>
    /// <param name="pointer">The pointer.</param>
    /// <param name="kept">Whether its files are there.</param>
    public static GenerationRow Of(GenerationInfo info, ShopPointer pointer, bool kept) => new(
        info.Generation,
        info.Generation == pointer.Current ? "current" : info.Generation == pointer.Previous ? "previous" : "former",
        kept,
        info.Withdrawn,
        info.Model,
        info.ModelId,
        info.ModelTrainedAt,
        info.Catalogue,
        info.PublishedAt,
        info.Products,
        info.Bundles);
}
