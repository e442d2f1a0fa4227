namespace BundleFunctions.Intake.Maps;

/// <summary>Dictionaries with nothing in them.</summary>
internal static class Empties<TKey, TValue>
    where TKey : notnull
{
    public static IReadOnlyDictionary<TKey, TValue> All { get; } = new Dictionary<TKey, TValue>();
}
