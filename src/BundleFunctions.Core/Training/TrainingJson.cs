using System.Text.Json.Serialization;

namespace BundleFunctions.Training;

/// <summary>JSON of training records: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(TrainedRecord))]
internal sealed partial class TrainingJson : JsonSerializerContext;
