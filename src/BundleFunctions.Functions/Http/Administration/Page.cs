using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Offset">Entries before it.</param>
/// <param name="Limit">Most entries, 1..<see cref="MaxLimit"/>.</param>
internal sealed record Page(int Offset, int Limit)
{
    public const int MaxLimit = 200;
    private const int DefaultLimit = 50;
    private const int MaxOffset = 1_000_000;

    /// <summary>Reads <c>limit</c> and <c>cursor</c>.</summary>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out Page? page, [NotNullWhen(false)] out ProblemResult? problem)
    {
        page = null;
        if (!TryReadLimit(query, out var limit, out problem) || !QueryText.TryGet(query, "cursor", out var cursor, out problem))
        {
            return false;
        }
        var offset = 0;
        if (cursor is not null && !(int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out offset) && offset <= MaxOffset))
        {
            problem = Problems.InvalidParameter("cursor is none that an answer gave; expected the next of one.");
            return false;
        }
        page = new Page(offset, limit);
        return true;
    }

    /// <summary>Reads <c>limit</c> alone.</summary>
    public static bool TryReadLimit(IQueryCollection query, out int limit, [NotNullWhen(false)] out ProblemResult? problem)
    {
        limit = DefaultLimit;
        if (!QueryText.TryGetInt(query, "limit", out var given, out problem))
        {
            return false;
        }
        limit = given ?? DefaultLimit;
        problem = limit is < 1 or > MaxLimit
            ? Problems.InvalidParameter(string.Create(CultureInfo.InvariantCulture, $"limit is {limit}; expected 1..{MaxLimit}."))
            : null;
        return problem is null;
    }

    /// <summary>That part of a list.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Skip(Offset).Take(Limit)];

    /// <summary>The cursor of the next part; null where this is the last.</summary>
    public string? Next(int count) => Offset + Limit < count ? (Offset + Limit).ToString(CultureInfo.InvariantCulture) : null;
}
