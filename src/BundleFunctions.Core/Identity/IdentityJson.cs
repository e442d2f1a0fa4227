using System.Text.Json.Serialization;

namespace BundleFunctions.Identity;

/// <summary>JSON of alias files.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class IdentityJson : JsonSerializerContext;
