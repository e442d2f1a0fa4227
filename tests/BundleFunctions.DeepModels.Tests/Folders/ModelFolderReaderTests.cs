using System.Text.Json.Nodes;
using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Tests.Requirements;
using BundleFunctions.Onnx;

namespace BundleFunctions.DeepModels.Tests.Folders;

/// <summary>What the trainer wrote is believed only where everything holds, and refused with the reason.</summary>
public sealed class ModelFolderReaderTests : IDisposable
{
    private readonly TrainedFolder _folder = new();

    [OnnxFact]
    public void Read_WholeFolder_IsAccepted() => Read().Network.ShouldBe(_folder.Get("model.onnx"));

    [OnnxTheory]
    [InlineData("no manifest", "no manifest.json")]
    [InlineData("manifest cut", "manifest.json is not that of a model")]
    [InlineData("version", "version 2")]
    [InlineData("model", "is a 'gan'; expected 'vae'")]
    [InlineData("items", "knows 6 items; expected 5")]
    [InlineData("dataset", "learned from dataset 4567; expected 0123")]
    [InlineData("signature", "unknown signature 'graph'")]
    [InlineData("rows", "rows of the unknown kind 'forest'")]
    [InlineData("length", "not of the length 4")]
    [InlineData("input shape", "not of the length 3")]
    [InlineData("elsewhere", "lies elsewhere")]
    [InlineData("missing", "parity_scores.npy is missing")]
    [InlineData("truncated", "it is truncated")]
    [InlineData("checksum", "has the checksum")]
    [InlineData("network cut", "truncated: it ends within a field")]
    [InlineData("unknown opset", "uses opset 99; known are 13 to 21")]
    [InlineData("other opset", "uses opset 17; its manifest says 16")]
    [InlineData("bad weight", "Weight 'table' of model.onnx is not finite")]
    [InlineData("other network", "its manifest declares")]
    [InlineData("no samples", "names no parity_items.npy")]
    [InlineData("few samples", "expected 16 or more")]
    [InlineData("sample shape", "parity_items.npy holds Int64 of shape [24, 2]")]
    [InlineData("sample cut", "it is not whole")]
    [InlineData("other answer", "the trainer says 0.0002")]
    [InlineData("tolerance", "asks for a tolerance of 0.5")]
    public void Read_Spoilt_IsRefusedWithTheReason(string how, string reason)
    {
        Spoil(how);

        Should.Throw<InvalidModelException>(Read).Message.ShouldContain(reason);
    }

    public void Dispose() => _folder.Dispose();

    private AcceptedModel Read() => new ModelFolderReader(new OnnxRuntime()).Read(_folder.Path, "vae", TrainedFolder.Items, TrainedFolder.Dataset);

    private void Spoil(string how)
    {
        switch (how)
        {
            case "no manifest":
                File.Delete(Path.Combine(_folder.Path, "manifest.json"));
                break;
            case "manifest cut":
                _folder.Put("manifest.json", _folder.Get("manifest.json")[..40]);
                break;
            case "version" or "items":
                Declare(how, how is "version" ? 2 : 6);
                break;
            case "model":
                Declare(how, "gan");
                break;
            case "dataset":
                Declare(how, "4567");
                break;
            case "signature":
                Declare(how, "graph");
                break;
            case "rows":
                Declare(how, "forest");
                break;
            case "length":
                Declare(how, 4);
                break;
            case "input shape":
                _folder.Manifest["inputs"]![0]!["shape"] = new JsonArray(-1, 4);
                _folder.WriteManifest();
                break;
            case "elsewhere":
                _folder.Manifest["files"]![0]!["name"] = "../model.onnx";
                _folder.WriteManifest();
                break;
            case "missing":
                File.Delete(Path.Combine(_folder.Path, "parity_scores.npy"));
                break;
            case "truncated":
                _folder.Put("model.onnx", _folder.Get("model.onnx")[..^10]);
                break;
            case "checksum":
                var bytes = _folder.Get("model.onnx");
                bytes[100] ^= 1;
                _folder.Put("model.onnx", bytes);
                break;
            case "network cut":
                Close("model.onnx", _folder.Get("model.onnx")[..^10]);
                break;
            case "unknown opset":
                Close("model.onnx", TinyNetwork.Write(TrainedFolder.Items, TrainedFolder.Length, TinyNetwork.Successors(TrainedFolder.Items), opset: 99));
                break;
            case "other opset":
                Declare("opset", 16);
                break;
            case "bad weight":
                var table = TinyNetwork.Successors(TrainedFolder.Items);
                table[7] = float.NaN;
                Close("model.onnx", TinyNetwork.Write(TrainedFolder.Items, TrainedFolder.Length, table));
                break;
            case "other network":
                Close("model.onnx", TinyNetwork.Write(TrainedFolder.Items, 7, TinyNetwork.Successors(TrainedFolder.Items)));
                break;
            case "no samples":
                File.Delete(Path.Combine(_folder.Path, "parity_items.npy"));
                _folder.Close();
                break;
            case "few samples":
                Close("parity_items.npy", TrainedFolder.Npy(new long[15 * 3], 15, 3));
                break;
            case "sample shape":
                Close("parity_items.npy", TrainedFolder.Npy(new long[16 * 3], 24, 2));
                break;
            case "sample cut":
                Close("parity_items.npy", _folder.Get("parity_items.npy")[..^8]);
                break;
            case "other answer":
                var scores = new float[16 * 5];
                scores[0] = 0.0002f;
                Close("parity_scores.npy", TrainedFolder.Npy(scores, 16, 5));
                break;
            case "tolerance":
                Declare(how, 0.5);
                break;
            default:
                throw new ArgumentException(how, nameof(how));
        }
    }

    private void Declare(string field, JsonNode value)
    {
        _folder.Manifest[field] = value;
        _folder.WriteManifest();
    }

    private void Close(string file, byte[] bytes)
    {
        _folder.Put(file, bytes);
        _folder.Close();
    }
}
