using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Ports;

namespace BundleFunctions.Audiences;

/// <summary>What is learned of responses as a file of the model folder.</summary>
/// <param name="blobs">The blob store.</param>
public sealed class ResponseFiles(IBlobStore blobs)
{
    /// <summary>Writes the file's bytes.</summary>
    public static void Write(ResponseModel model, Stream stream) => JsonSerializer.Serialize(stream, model, ResponseJson.Default.ResponseModel);

    /// <summary>What a model learned of responses; null where it has no such file.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<ResponseModel?> FindAsync(ModelManifest manifest, CancellationToken cancellationToken)
    {
        if (!manifest.Files.Any(file => string.Equals(file.Name, ModelFiles.Response, StringComparison.Ordinal)))
        {
            return null;
        }

        await using var content = await new ModelReader(blobs).ReadFileAsync(manifest, ModelFiles.Response, cancellationToken);
        try
        {
            var model = JsonSerializer.Deserialize(content, ResponseJson.Default.ResponseModel);
            return model?.IsSound() == true ? model
                : throw new InvalidModelException($"{ModelFiles.Response} of model {manifest.ModelId} holds nothing that can be used.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{ModelFiles.Response} of model {manifest.ModelId} is damaged: {e.Message}", e);
        }
    }
}
