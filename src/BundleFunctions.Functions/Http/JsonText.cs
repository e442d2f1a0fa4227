using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads the JSON of a body.</summary>
internal static class JsonText
{
    /// <summary>The value, or the problem with the place where it stops being one.</summary>
    /// <param name="body">UTF-8.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="name">How the message calls that, such as <c>a cart</c>.</param>
    /// <param name="value">What was read.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead<T>(
        ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, string name, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ProblemResult? problem)
        where T : class
    {
        value = null;
        try
        {
            value = JsonSerializer.Deserialize(body.Span, type);
            problem = value is null ? Problems.InvalidBody($"$: found null; expected {name}.") : null;
        }
        catch (JsonException error)
        {
            problem = Problems.InvalidBody($"{error.Path ?? "$"}, line {error.LineNumber + 1}: expected {name}.");
        }
        return problem is null;
    }
}
