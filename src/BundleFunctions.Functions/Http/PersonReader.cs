using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BundleFunctions.Privacy;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads who a privacy request is about. No message repeats what was sent.</summary>
internal static class PersonReader
{
    /// <summary>The most bytes of a body.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    /// <summary>Reads the body, or says what is wrong with it.</summary>
    public static async Task<(PersonBody? Person, ProblemResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, MaxBodyBytes, RequestBody.Json, cancellationToken);
        return problem is not null ? (null, problem)
            : TryRead(body, out var person, out problem) ? (person, null)
            : (null, problem);
    }

    private static bool TryRead(
        ReadOnlyMemory<byte> body, [NotNullWhen(true)] out PersonBody? person, [NotNullWhen(false)] out ProblemResult? problem)
    {
        person = null;
        try
        {
            person = JsonSerializer.Deserialize(body.Span, ContractJson.Default.PersonBody);
        }
        catch (JsonException error)
        {
            problem = Problems.InvalidBody($"Line {error.LineNumber + 1}: expected userIds, visitorIds, sessionIds.");
            return false;
        }
        var fault = person is null ? "Expected userIds, visitorIds, sessionIds."
            : person.Identifiers.Validate()
            ?? (person.RawFiles is null or "rewrite" or "keep" ? null : "rawFiles is another word; expected rewrite or keep.");
        problem = fault is null ? null : Problems.InvalidParameter(fault);
        return problem is null;
    }

    /// <summary>What becomes of raw files.</summary>
    public static RawFiles RawFilesOf(PersonBody body) =>
        string.Equals(body.RawFiles, "keep", StringComparison.Ordinal) ? RawFiles.Keep : RawFiles.Rewrite;
}
