namespace BundleFunctions.Scoring;

/// <summary>Buffers of one call of a network: fill the inputs, run, read the outputs. Allocates nothing when it runs. Not thread-safe: one
/// a thread; dispose before its <see cref="TensorModel"/>.</summary>
public abstract class TensorCall : IDisposable
{
    /// <summary>Questions answered at once.</summary>
    public abstract int Rows { get; }

    /// <summary>An input of whole numbers, row by row; keeps what was written to it.</summary>
    /// <param name="input">Its place in <see cref="TensorModel.Inputs"/>; of <see cref="TensorElement.Int64"/>.</param>
    public abstract Span<long> Longs(int input);

    /// <summary>An input of fractions, row by row; keeps what was written to it.</summary>
    /// <param name="input">Its place in <see cref="TensorModel.Inputs"/>; of <see cref="TensorElement.Float32"/>.</param>
    public abstract Span<float> Floats(int input);

    /// <exception cref="InvalidOperationException">The network failed on these inputs; the message is the runtime's.</exception>
    public abstract void Run();

    /// <summary>An output, row by row, valid until the next <see cref="Run"/>.</summary>
    /// <param name="output">Its place in <see cref="TensorModel.Outputs"/>; of <see cref="TensorElement.Float32"/>.</param>
    public abstract ReadOnlySpan<float> Output(int output);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
