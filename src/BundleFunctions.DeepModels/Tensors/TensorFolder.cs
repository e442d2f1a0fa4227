using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>A folder of tensors under way: arrays first, the manifest last.</summary>
internal sealed class TensorFolder(string path)
{
    private readonly List<TensorFile> _tensors = [];

    public void Add<T>(string name, T[] values)
        where T : unmanaged => AddShaped<T>(name, values, values.Length);

    /// <param name="shape">Dimensions that <paramref name="values"/> fill.</param>
    public void AddShaped<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var file = $"{name}.npy";
        using (var stream = new FileStream(Path.Combine(path, file), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            NpyWriter.Write(stream, values, shape);
        }

        using var written = File.OpenRead(Path.Combine(path, file));
        _tensors.Add(new TensorFile(name, file, NpyTypes.NameOf(typeof(T)), shape.ToArray(), Convert.ToHexStringLower(SHA256.HashData(written))));
    }

    /// <summary>Writes the manifest.</summary>
    /// <returns>The SHA-256 of its bytes, in lower-case hexadecimal digits.</returns>
    public string Close(int items, int rows, IReadOnlyList<string> actions, int vocabulary, ulong seed)
    {
        var manifest = new TensorManifest("bundles-tensors", 1, items, rows, actions, vocabulary, seed, _tensors);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, TensorManifestJson.Default.TensorManifest);
        File.WriteAllBytes(Path.Combine(path, "manifest.json"), bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
