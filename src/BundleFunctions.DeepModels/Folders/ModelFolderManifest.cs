using System.Text.Json;
using System.Text.Json.Serialization;
using BundleFunctions.Associations;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>What the trainer says of a model that it made (docs/tensors.md).</summary>
internal sealed record ModelFolderManifest(
    string Format, int Version, string Model, string Signature, int Items, int Length, int Opset, IReadOnlyList<TensorDeclaration> Inputs,
    IReadOnlyList<TensorDeclaration> Outputs, string Dataset, double Seconds, string Device, long Parameters, IReadOnlyList<FolderFile> Files)
{
    /// <summary>Most that an answer here may differ from the trainer's; null where it says nothing.</summary>
    public double? Tolerance { get; init; }

    /// <summary>How it was made smaller; null where it was not.</summary>
    public CompressionMark? Compressed { get; init; }

    /// <exception cref="InvalidModelException">They are no manifest of a model.</exception>
    public static ModelFolderManifest Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ModelFolderJson.Default.ModelFolderManifest) is
                { Format: "bundles-model", Model: not null, Signature: not null, Inputs: not null, Outputs: not null, Files: not null } manifest
                ? manifest.Version == 1 ? manifest : throw new InvalidModelException($"manifest.json is of version {manifest.Version}; expected 1.")
                : throw new InvalidModelException("manifest.json is not that of a model: a field is missing, or its format is not 'bundles-model'.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"manifest.json is not that of a model: {e.Message}", e);
        }
    }
}

/// <summary>A tensor that the trainer says the network has.</summary>
/// <param name="Shape">-1 for the rows.</param>
internal sealed record TensorDeclaration(string Name, string Dtype, IReadOnlyList<int> Shape)
{
    /// <summary>Elements in a row.</summary>
    public int Width => Shape.Count < 2 ? 1 : Shape[1];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Dtype} [{string.Join(", ", Shape)}]";
}

/// <summary>How a network was made smaller.</summary>
/// <param name="Int8">Whether its weights are whole numbers of eight bits.</param>
internal sealed record CompressionMark(bool Int8);

/// <summary>A file of the folder.</summary>
internal sealed record FolderFile(string Name, string Sha256, long Bytes);

/// <summary>JSON of model folders.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelFolderManifest))]
internal sealed partial class ModelFolderJson : JsonSerializerContext;
