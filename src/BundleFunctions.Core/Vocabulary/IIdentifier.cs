namespace BundleFunctions;

/// <summary>An identifier with a type of its own, so that a product never stands where a shop belongs.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The identifier as text; never null or empty for a parsed identifier.</summary>
    string Value { get; }

    /// <summary>Reads an identifier; false, and <paramref name="id"/> default, where the text breaks the type's rules.</summary>
    static abstract bool TryParse(string? text, out TSelf id);
}
