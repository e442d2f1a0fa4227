using System.Text.Json;
using BundleFunctions.Associations;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>What the trainer says of a model that it made (docs/tensors.md).</summary>
internal sealed record ModelFolderManifest(
    string Format, int Version, string Model, string Signature, int Items, int Length, int Opset, IReadOnlyList<TensorDeclaration> Inputs,
    IReadOnlyList<TensorDeclaration> Outputs, string Dataset, double Seconds, string Device, long Parameters, IReadOnlyList<FolderFile> Files)
{
    /// <summary>Most that an answer here may differ from the trainer's; null where it says nothing.</summary>
    public double? Tolerance { get; init; }

    /// <summary>What the rows were that it learned from, a word of <see cref="RowKinds"/>; null where it says nothing.</summary>
    public string? Rows { get; init; }

    /// <summary>How it was made smaller; null where it was not.</summary>
    public CompressionMark? Compressed { get; init; }

    /// <exception cref="InvalidModelException">They are no manifest of a model.</exception>
    public static ModelFolderManifest Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, ModelFolderJson.Default.ModelFolderManifest);
            if (manifest is not { Format: "bundles-model", Model: not null, Signature: not null, Inputs: not null, Outputs: not null, Files: not null })
            {
                throw new InvalidModelException("manifest.json is not that of a model: a field is missing, or its format is not 'bundles-model'.");
            }

            return manifest.Version == 1 ? manifest : throw new InvalidModelException($"manifest.json is of version {manifest.Version}; expected 1.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"manifest.json is not that of a model: {e.Message}", e);
        }
    }
}
