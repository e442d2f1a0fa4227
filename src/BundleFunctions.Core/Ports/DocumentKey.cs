using System.Runtime.CompilerServices;

namespace BundleFunctions.Ports;

/// <summary>Where a document lies: one partition, one id in it.</summary>
/// <param name="Partition">1..512 characters, for instance <c>p|shop|product</c>.</param>
/// <param name="Id">1..255 characters, without <c>/ \ ? #</c>.</param>
public readonly record struct DocumentKey(string Partition, string Id)
{
    /// <summary>Whether both parts keep their rules (neither holds control characters, lone surrogates, or white space at its ends).</summary>
    public bool IsValid =>
        Identifier.IsOpaque(Partition, 512) && Identifier.IsOpaque(Id, 255) && Id.AsSpan().IndexOfAny("/\\?#") < 0;

    /// <summary>Refuses a key that breaks the rules, before any store is asked.</summary>
    /// <exception cref="ArgumentException">The key is not valid.</exception>
    public static void ThrowIfInvalid(DocumentKey key, [CallerArgumentExpression(nameof(key))] string? parameter = null)
    {
        if (!key.IsValid)
        {
            throw new ArgumentException(
                $"'{key}' is not a document key: expected a partition of 1..512 and an id of 1..255 characters without / \\ ? #.", parameter);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Partition}/{Id}";
}
