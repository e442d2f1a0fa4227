using BundleFunctions.Ports;
using BundleFunctions.Scoring;

namespace BundleFunctions.Onnx;

/// <summary>Stands where this program was built without ONNX Runtime: it runs nothing, and says so.</summary>
public sealed class OnnxRuntime : ITensorRuntime
{
    /// <inheritdoc/>
    public string About => "ONNX Runtime was not there when this program was built; eng/setup-onnx fetches it";

    /// <inheritdoc/>
    public bool IsPresent => false;

    /// <inheritdoc/>
    public TensorModel Load(byte[] model, int threads) => throw new NotSupportedException($"{About}.");
}
