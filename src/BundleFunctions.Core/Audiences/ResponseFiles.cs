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
    public Task<ResponseModel?> FindAsync(ModelManifest manifest, CancellationToken cancellationToken) => new ModelReader(blobs).FindJsonAsync(
        manifest, ModelFiles.Response, ResponseJson.Default.ResponseModel, static model => model.IsSound(), cancellationToken);
}
