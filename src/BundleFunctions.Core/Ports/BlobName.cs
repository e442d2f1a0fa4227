using System.Runtime.CompilerServices;

namespace BundleFunctions.Ports;

/// <summary>Names a blob: a container, and a path of one or more segments with <c>/</c> between them.</summary>
/// <param name="Container">3..63 characters of a-z, 0-9 and inner hyphens.</param>
/// <param name="Path">1..1024 characters; no empty, <c>.</c> or <c>..</c> segment.</param>
public readonly record struct BlobName(string Container, string Path)
{
    /// <summary>Reads <c>container/path</c>; false where either part breaks its rules.</summary>
    public static bool TryParse(string? text, out BlobName name)
    {
        name = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0)
        {
            return false;
        }

        var candidate = new BlobName(text![..slash], text[(slash + 1)..]);
        if (!candidate.IsValid)
        {
            return false;
        }

        name = candidate;
        return true;
    }

    /// <summary>Whether both parts keep their rules, and so the name is safe in every store.</summary>
    public bool IsValid =>
        Container is { Length: >= 3 } && Identifier.IsSlug(Container, 63)
        && Identifier.IsOpaque(Path, 1024) && !Path.Contains('\\', StringComparison.Ordinal)
        && !Path.Split('/').Any(segment => segment is "" or "." or "..");

    /// <summary>Refuses a name that breaks the rules, before any store is asked.</summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static void ThrowIfInvalid(BlobName name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        if (!name.IsValid)
        {
            throw new ArgumentException(
                $"'{name}' is not a blob name: expected a container of 3..63 of a-z, 0-9 and inner hyphens, and a path without empty, . or .. segments.", parameter);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Container}/{Path}";
}
