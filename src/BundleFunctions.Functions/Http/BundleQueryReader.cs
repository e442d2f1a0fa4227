using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads <c>limit</c>, <c>maxItems</c> and <c>explain</c> from a query string.</summary>
internal static class BundleQueryReader
{
    /// <summary>The query, or the problem with the first parameter that is wrong.</summary>
    public static bool TryRead(IQueryCollection parameters, out BundleQuery query, [NotNullWhen(false)] out ProblemResult? problem)
    {
        var fallback = BundleQuery.Default;
        query = fallback;
        if (parameters.Count == 0)
        {
            problem = null;
            return true;
        }
        if (!QueryText.TryGetInt(parameters, "limit", fallback.Limit, out var limit, out problem)
            || !QueryText.TryGetInt(parameters, "maxItems", fallback.MaxItems, out var maxItems, out problem)
            || !QueryText.TryGetFlag(parameters, "explain", fallback.Explain, out var explain, out problem))
        {
            return false;
        }

        query = new BundleQuery(limit, maxItems, explain);
        problem = query.Validate() is { } complaint ? Problems.InvalidParameter(complaint) : null;
        return problem is null;
    }
}
