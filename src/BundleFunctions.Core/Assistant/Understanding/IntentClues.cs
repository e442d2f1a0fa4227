using System.Runtime.InteropServices;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>What the intent is judged by besides the question's own words.</summary>
/// <param name="HasPrice">Whether it names a price.</param>
/// <param name="HasQuantity">Whether it names a number of pieces or people.</param>
/// <param name="IsForPeople">Whether that number is of people.</param>
/// <param name="HasOccasion">Whether it names an occasion.</param>
/// <param name="HasGoods">Whether it names goods.</param>
/// <param name="NamesSeveral">Whether it names two products or more.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IntentClues(bool HasPrice, bool HasQuantity, bool IsForPeople, bool HasOccasion, bool HasGoods, bool NamesSeveral);
