using System.Runtime.InteropServices;
using BundleFunctions.Scoring;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace BundleFunctions.Onnx;

/// <summary>Arrays that are bound to a session once, so that a run neither allocates nor copies on this side.</summary>
internal sealed class OnnxCall : TensorCall
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtIoBinding _binding;
    private readonly List<OrtValue> _values = [];
    private readonly Array[] _inputs;
    private readonly float[][] _outputs;

    public OnnxCall(InferenceSession session, IReadOnlyList<TensorSpec> inputs, IReadOnlyList<TensorSpec> outputs, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        (_session, Rows) = (session, rows);
        _binding = session.CreateIoBinding();
        _inputs = new Array[inputs.Count];
        for (var i = 0; i < _inputs.Length; i++)
        {
            var size = checked(rows * inputs[i].Width);
            if (inputs[i].Element == TensorElement.Int64)
            {
                _binding.BindInput(inputs[i].Name, Bound(Kept(i, GC.AllocateArray<long>(size, pinned: true)), inputs[i], TensorElementType.Int64));
            }
            else
            {
                _binding.BindInput(inputs[i].Name, Bound(Kept(i, GC.AllocateArray<float>(size, pinned: true)), inputs[i], TensorElementType.Float));
            }
        }

        _outputs = new float[outputs.Count][];
        for (var i = 0; i < _outputs.Length; i++)
        {
            _outputs[i] = GC.AllocateArray<float>(checked(rows * outputs[i].Width), pinned: true);
            _binding.BindOutput(outputs[i].Name, Bound(_outputs[i], outputs[i], TensorElementType.Float));
        }
    }

    /// <inheritdoc/>
    public override int Rows { get; }

    /// <inheritdoc/>
    public override Span<long> Longs(int input) => (long[])_inputs[input];

    /// <inheritdoc/>
    public override Span<float> Floats(int input) => (float[])_inputs[input];

    /// <inheritdoc/>
    public override void Run()
    {
        try
        {
            _session.RunWithBinding(_options, _binding);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidOperationException($"The network failed: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Output(int output) => _outputs[output];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _binding.Dispose();
            _options.Dispose();
            _values.ForEach(value => value.Dispose());
        }
    }

    private T[] Kept<T>(int input, T[] buffer)
    {
        _inputs[input] = buffer;
        return buffer;
    }

    // The arrays are pinned from birth: a call that nobody disposes leaves nothing behind.
    private OrtValue Bound<T>(T[] buffer, TensorSpec spec, TensorElementType element)
        where T : unmanaged
    {
        var value = OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance,
            element,
            spec.IsVector ? [Rows] : [Rows, spec.Width],
            Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0),
            Buffer.ByteLength(buffer));
        _values.Add(value);
        return value;
    }
}
