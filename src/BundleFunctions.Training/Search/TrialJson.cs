using System.Text.Json.Serialization;

namespace BundleFunctions.Training.Search;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrialLine))]
internal sealed partial class TrialJson : JsonSerializerContext;
