using BundleFunctions.Associations;
using BundleFunctions.Scoring;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace BundleFunctions.Onnx;

/// <summary>A session of ONNX Runtime.</summary>
internal sealed class OnnxModel : TensorModel
{
    private readonly InferenceSession _session;

    private OnnxModel(InferenceSession session, IReadOnlyList<TensorSpec> inputs, IReadOnlyList<TensorSpec> outputs) =>
        (_session, Inputs, Outputs) = (session, inputs, outputs);

    /// <inheritdoc/>
    public override IReadOnlyList<TensorSpec> Inputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorSpec> Outputs { get; }

    /// <exception cref="InvalidModelException">A tensor is of another kind.</exception>
    public static OnnxModel Of(InferenceSession session)
    {
        try
        {
            TensorSpec[] inputs = [.. session.InputNames.Select(name => SpecOf("Input", name, session.InputMetadata[name]))];
            TensorSpec[] outputs = [.. session.OutputNames.Select(name => SpecOf("Output", name, session.OutputMetadata[name]))];
            return Array.Find(outputs, output => output.Element != TensorElement.Float32) is not { } other
                ? new OnnxModel(session, inputs, outputs)
                : throw new InvalidModelException($"Output '{other.Name}' of the network is of {other.Element}; expected {TensorElement.Float32}.");
        }
        catch (InvalidModelException)
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override TensorCall NewCall(int rows) => new OnnxCall(_session, Inputs, Outputs, rows);

    protected override void Dispose(bool disposing) => _session.Dispose();

    private static TensorSpec SpecOf(string kind, string name, NodeMetadata tensor)
    {
        var shape = tensor.IsTensor ? tensor.Dimensions : [];
        var element = !tensor.IsTensor ? null : tensor.ElementDataType switch
        {
            TensorElementType.Float => TensorElement.Float32,
            TensorElementType.Int64 => TensorElement.Int64,
            _ => (TensorElement?)null,
        };
        return element is { } known && shape is [-1] or [-1, > 0] ? new TensorSpec(name, element.Value, shape.Length == 1 ? 1 : shape[1], shape.Length == 1)
            : throw new InvalidModelException(
                $"{kind} '{name}' of the network is a {(tensor.IsTensor ? $"tensor of {tensor.ElementDataType}" : $"{tensor.OnnxValueType}")} of shape [{string.Join(", ", shape)}]; expected Float or Int64 of shape [-1] or [-1, width].");
    }
}
