using System.Text.Json.Serialization;

namespace BundleFunctions.Assistant.Data;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TermData[]))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string[]>>))]
internal sealed partial class DataJson : JsonSerializerContext;
