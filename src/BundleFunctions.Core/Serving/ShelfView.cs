using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>What one shop serves at one moment; an answer is made from one view, so that it is of one generation.</summary>
/// <param name="Id">Another number whenever generation or catalogue changed; no two views of a process share one.</param>
/// <param name="Shop">The shop.</param>
/// <param name="Current">The generation that serves; null where there is none.</param>
/// <param name="Previous">The generation before.</param>
/// <param name="Live">What can be sold now; null where it is not known.</param>
/// <param name="CheckedAt">When the pointer was last read.</param>
/// <param name="Fault">Why the pointer could not be read; null where it could.</param>
internal sealed record ShelfView(
    int Id, ShopId Shop, GenerationInfo? Current, GenerationInfo? Previous, LiveCatalogue? Live, DateTimeOffset CheckedAt, string? Fault)
{
    /// <summary>Every generation that the pointer remembers.</summary>
    public IReadOnlyList<GenerationInfo> History { get; init; } = [];

    /// <summary>A generation of the shop; null where the pointer does not remember it, or somebody rolled back from it.</summary>
    public GenerationInfo? Find(GenerationId generation)
    {
        for (var i = 0; i < History.Count; i++)
        {
            if (History[i].Generation == generation)
            {
                return History[i].Withdrawn ? null : History[i];
            }
        }

        return null;
    }
}
