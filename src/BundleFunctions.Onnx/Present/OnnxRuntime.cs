using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Scoring;
using Microsoft.ML.OnnxRuntime;

namespace BundleFunctions.Onnx;

/// <summary>Networks by ONNX Runtime, on processors.</summary>
public sealed class OnnxRuntime : ITensorRuntime
{
    private readonly Lazy<(string About, bool IsPresent)> _probe = new(Probe);

    /// <inheritdoc/>
    public string About => _probe.Value.About;

    /// <inheritdoc/>
    public bool IsPresent => _probe.Value.IsPresent;

    /// <inheritdoc/>
    public TensorModel Load(byte[] model, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!IsPresent)
        {
            throw new NotSupportedException($"{About}.");
        }

        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // Threads that wait by spinning take the processor from those that serve.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        try
        {
            return OnnxModel.Of(new InferenceSession(model, options));
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidModelException($"{About} cannot load the network: {e.Message}", e);
        }
    }

    // The native library may not be for this machine, whatever this program was built with.
    private static (string About, bool IsPresent) Probe()
    {
        try
        {
            return ($"ONNX Runtime {OrtEnv.Instance().GetVersionString()}", true);
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return ($"ONNX Runtime's native library cannot be loaded here: {(e.InnerException ?? e).Message}", false);
        }
    }
}
