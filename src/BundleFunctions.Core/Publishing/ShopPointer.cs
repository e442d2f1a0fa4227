using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>Names the generation that a shop serves. Immutable; replaced by compare-and-swap.</summary>
public sealed record ShopPointer
{
    /// <summary>Generations that the pointer remembers.</summary>
    public const int HistoryLength = 50;

    public required GenerationId Current { get; init; }

    public GenerationId? Previous { get; init; }

    /// <summary>Every generation that was switched on, newest first, at most <see cref="HistoryLength"/>.</summary>
    public required IReadOnlyList<GenerationInfo> History { get; init; }

    [JsonIgnore]
    public GenerationInfo CurrentInfo => Find(Current) ?? throw new InvalidDataException($"The pointer's history lacks its current generation {Current}.");

    public GenerationInfo? Find(GenerationId generation) => History.FirstOrDefault(info => info.Generation == generation);

    /// <summary>The pointer after <paramref name="next"/> was switched on.</summary>
    internal static ShopPointer Advance(ShopPointer? pointer, GenerationInfo next)
    {
        var known = pointer?.History.Where(info => info.Generation != next.Generation) ?? [];
        return new ShopPointer { Current = next.Generation, Previous = pointer?.Current, History = [next, .. known.Take(HistoryLength - 1)] };
    }

    /// <summary>The pointer after a roll-back: current and previous change places.</summary>
    internal ShopPointer Swap(GenerationId target) => new()
    {
        Current = target,
        Previous = Current,
        History =
        [
            .. History.Select(info => info.Generation == Current ? info with { Withdrawn = true }
                : info.Generation == target ? info with { Withdrawn = false }
                : info),
        ],
    };
}
