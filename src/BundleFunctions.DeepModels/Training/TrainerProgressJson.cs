using System.Text.Json.Serialization;

namespace BundleFunctions.DeepModels.Training;

/// <summary>JSON of the trainer's lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainerProgress))]
internal sealed partial class TrainerProgressJson : JsonSerializerContext;
