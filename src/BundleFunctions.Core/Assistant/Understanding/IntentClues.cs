using System.Runtime.InteropServices;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>What the intent is judged by besides the question's own words.</summary>
/// <param name="HasPrice">Whether it names a price.</param>
/// <param name="HasQuantity">Whether it names a number of pieces or people.</param>
/// <param name="IsForPeople">Whether that number is of people.</param>
/// <param name="HasOccasion">Whether it names an occasion.</param>
/// <param name="HasGoods">Whether it names goods.</param>
/// <param name="NamesSeveral">Whether it names two products or more.</param>
/// <param name="NamesTwoThings">Whether it names two kinds of goods or more that the vocabulary knows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IntentClues(bool HasPrice, bool HasQuantity, bool IsForPeople, bool HasOccasion, bool HasGoods, bool NamesSeveral, bool NamesTwoThings)
{
    /// <summary>Whether it sounds as if somebody were given something.</summary>
    public bool IsForSomebody { get; init; }

    /// <summary>Whether it asks for bundles that have something, instead of what a bundle has.</summary>
    public bool WantsWith { get; init; }
}
