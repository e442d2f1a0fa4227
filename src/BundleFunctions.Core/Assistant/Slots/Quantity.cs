namespace BundleFunctions.Assistant.Slots;

/// <summary>How many are wanted.</summary>
/// <param name="Count">2..999.</param>
/// <param name="IsPeople">Whether it counts persons, not pieces.</param>
internal sealed record Quantity(int Count, bool IsPeople);
