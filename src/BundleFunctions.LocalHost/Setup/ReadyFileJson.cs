using System.Text.Json.Serialization;

namespace BundleFunctions.LocalHost.Setup;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyFile))]
[JsonSerializable(typeof(LocalKeys.Pair))]
internal sealed partial class ReadyFileJson : JsonSerializerContext;
