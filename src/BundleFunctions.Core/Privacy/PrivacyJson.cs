using System.Text.Json.Serialization;

namespace BundleFunctions.Privacy;

/// <summary>JSON of privacy records: camelCase; a field that is missing or unknown is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SortedDictionary<string, DateTimeOffset>))]
[JsonSerializable(typeof(PersonIdentifiers))]
[JsonSerializable(typeof(PendingErasure))]
[JsonSerializable(typeof(ErasureReceipt))]
[JsonSerializable(typeof(SignedReceipt))]
[JsonSerializable(typeof(PersonAct))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
