using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>JSON of figures.</summary>
[JsonSerializable(typeof(DeepFigure))]
internal sealed partial class DeepFigureJson : JsonSerializerContext
{
    public static DeepFigureJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
