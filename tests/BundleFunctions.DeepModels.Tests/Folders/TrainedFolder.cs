using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BundleFunctions.DeepModels.Tensors;

namespace BundleFunctions.DeepModels.Tests.Folders;

/// <summary>A folder as the trainer writes it, around a tiny network of successors, to be spoilt by tests.</summary>
internal sealed class TrainedFolder : IDisposable
{
    public const int Items = 5;
    public const int Length = 3;
    public const string Dataset = "0123";
    private const int Samples = 16;

    public TrainedFolder()
    {
        Directory.CreateDirectory(Path);
        var (inputs, scores) = (new long[Samples * Length], new float[Samples * Items]);
        for (var sample = 1; sample < Samples; sample++)
        {
            var item = sample % Items;
            inputs[(sample * Length) + Length - 1] = item + 1;
            scores[(sample * Items) + ((item + 1) % Items)] = 1;
        }

        Put("model.onnx", TinyNetwork.Write(Items, Length, TinyNetwork.Successors(Items)));
        Put("parity_items.npy", Npy<long>(inputs, Samples, Length));
        Put("parity_scores.npy", Npy<float>(scores, Samples, Items));
        Manifest = new JsonObject
        {
            ["format"] = "bundles-model",
            ["version"] = 1,
            ["model"] = "vae",
            ["signature"] = "sequence",
            ["items"] = Items,
            ["length"] = Length,
            ["opset"] = 17,
            ["inputs"] = new JsonArray(Tensor("items", "int64", Length)),
            ["outputs"] = new JsonArray(Tensor("scores", "float32", Items)),
            ["tolerance"] = 0.0001,
            ["dataset"] = Dataset,
            ["seconds"] = 1.5,
            ["device"] = "cpu",
            ["parameters"] = 30,
        };
        Close();
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("trained-").FullName;

    public JsonObject Manifest { get; }

    public static byte[] Npy<T>(T[] values, params int[] shape)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        NpyWriter.Write<T>(stream, values, shape);
        return stream.ToArray();
    }

    public void Put(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    public byte[] Get(string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, file));

    /// <summary>Writes the manifest with the lengths and checksums that the files have now.</summary>
    public void Close()
    {
        Manifest["files"] = new JsonArray(
        [
            .. Directory.GetFiles(Path).Where(file => !file.EndsWith("manifest.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => (JsonNode)new JsonObject
            {
                ["name"] = System.IO.Path.GetFileName(file),
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
                ["bytes"] = new FileInfo(file).Length,
            }),
        ]);
        WriteManifest();
    }

    public void WriteManifest() => File.WriteAllText(System.IO.Path.Combine(Path, "manifest.json"), Manifest.ToJsonString());

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static JsonObject Tensor(string name, string type, int width) =>
        new() { ["name"] = name, ["dtype"] = type, ["shape"] = new JsonArray(-1, width) };
}
