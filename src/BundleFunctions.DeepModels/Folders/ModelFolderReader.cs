using System.Security.Cryptography;
using BundleFunctions.Associations;
using BundleFunctions.Ports;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>Reads what the trainer wrote, and believes nothing: a model that differs from what its manifest says, that is not finite, or that
/// answers otherwise here than where it was trained, is refused with the reason.</summary>
/// <param name="runtime">Runs the network.</param>
internal sealed class ModelFolderReader(ITensorRuntime runtime)
{
    private const string ManifestFile = "manifest.json";
    private const string NetworkFile = "model.onnx";
    private const int LeastOpset = 13;
    private const int MostOpset = 21;

    /// <param name="path">The trainer's output folder.</param>
    /// <param name="model">The kind of model that was asked for.</param>
    /// <param name="items">Items that it must know.</param>
    /// <param name="dataset">SHA-256 of the manifest of the dataset that it must have learned from.</param>
    /// <exception cref="InvalidModelException">It is refused; the message says why.</exception>
    public AcceptedModel Read(string path, string model, int items, string dataset)
    {
        if (!File.Exists(Path.Combine(path, ManifestFile)))
        {
            throw new InvalidModelException($"The trainer wrote no {ManifestFile}: the folder is not whole.");
        }

        var bytes = File.ReadAllBytes(Path.Combine(path, ManifestFile));
        var manifest = ModelFolderManifest.Read(bytes);
        Require(string.Equals(manifest.Model, model, StringComparison.Ordinal), $"The model is a '{manifest.Model}'; expected '{model}'.");
        Require(manifest.Items == items, $"The model knows {manifest.Items} items; expected {items}.");
        Require(string.Equals(manifest.Dataset, dataset, StringComparison.Ordinal), $"The model learned from dataset {manifest.Dataset}; expected {dataset}.");
        Signatures.Check(manifest);

        var files = manifest.Files.ToDictionary(file => file.Name, file => Verified(path, file), StringComparer.Ordinal);
        Require(files.ContainsKey(NetworkFile), $"The manifest names no {NetworkFile}.");
        var network = files[NetworkFile];
        var onnx = OnnxFile.Read(network);
        Require(onnx.Opset is >= LeastOpset and <= MostOpset, $"{NetworkFile} uses opset {onnx.Opset}; known are {LeastOpset} to {MostOpset}.");
        Require(onnx.Opset == manifest.Opset, $"{NetworkFile} uses opset {onnx.Opset}; its manifest says {manifest.Opset}.");
        Require(onnx.BadWeight is null, $"Weight '{onnx.BadWeight}' of {NetworkFile} is not finite.");

        using var loaded = runtime.Load(network, threads: 1);
        Signatures.Check(manifest, loaded);
        ParityCheck.Run(manifest, loaded, files);
        return new AcceptedModel(manifest, bytes, network);
    }

    private static byte[] Verified(string path, FolderFile file)
    {
        Require(string.Equals(file.Name, Path.GetFileName(file.Name), StringComparison.Ordinal), $"The manifest names '{file.Name}', which lies elsewhere.");
        var place = Path.Combine(path, file.Name);
        Require(File.Exists(place), $"{file.Name} is missing; the manifest names it.");
        var bytes = File.ReadAllBytes(place);
        Require(bytes.Length == file.Bytes, $"{file.Name} has {bytes.Length} bytes; its manifest says {file.Bytes}: it is truncated, or not what was written.");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Require(string.Equals(sha256, file.Sha256, StringComparison.Ordinal), $"{file.Name} has the checksum {sha256}; its manifest says {file.Sha256}.");
        return bytes;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidModelException(otherwise);
        }
    }
}
