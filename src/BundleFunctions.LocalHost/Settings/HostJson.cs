using System.Globalization;
using System.Text.Json;
using BundleFunctions.LocalHost.Discovery;

namespace BundleFunctions.LocalHost.Settings;

/// <summary>What this host takes from the platform's own <c>host.json</c>.</summary>
/// <param name="RoutePrefix">The path before every HTTP route, without slashes around it; may be empty.</param>
/// <param name="FunctionTimeout">How long a timer or blob invocation may run; null is without bound.</param>
/// <param name="BlobConcurrency">How many blobs are handled at once; null where the file does not say.</param>
public sealed record HostJson(string RoutePrefix, TimeSpan? FunctionTimeout, int? BlobConcurrency)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What holds where there is no file.</summary>
    public static HostJson Default { get; } = new("api", FunctionTimeout: null, BlobConcurrency: null);

    /// <summary>Reads a file; one that is not there gives the defaults.</summary>
    /// <param name="path">Where host.json lies.</param>
    /// <exception cref="FunctionDiscoveryException">The file is not JSON, or a value in it is of the wrong kind.</exception>
    public static HostJson Load(string path) => File.Exists(path) ? Parse(File.ReadAllText(path), path) : Default;

    /// <summary>Reads the text of a host.json.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <exception cref="FunctionDiscoveryException">The text is not JSON, or a value in it is of the wrong kind.</exception>
    public static HostJson Parse(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var prefix = Find(document.RootElement, "extensions", "http", "routePrefix")?.GetString() ?? Default.RoutePrefix;
            var timeout = Find(document.RootElement, "functionTimeout")?.GetString() switch
            {
                null or "-1" => (TimeSpan?)null,
                var written => TimeSpan.ParseExact(written, "c", CultureInfo.InvariantCulture),
            };
            var degree = Find(document.RootElement, "extensions", "blobs", "maxDegreeOfParallelism")?.GetInt32();
            return new HostJson(prefix.Trim('/'), timeout, degree);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new FunctionDiscoveryException([$"{path}: {error.Message}"]);
        }
    }

    private static JsonElement? Find(JsonElement at, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }
        return at;
    }
}
