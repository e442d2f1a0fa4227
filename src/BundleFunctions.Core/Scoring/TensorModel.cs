namespace BundleFunctions.Scoring;

/// <summary>A network that is ready to run. Safe to use from many threads.</summary>
public abstract class TensorModel : IDisposable
{
    /// <summary>What it takes, in the order of the network.</summary>
    public abstract IReadOnlyList<TensorSpec> Inputs { get; }

    /// <summary>What it gives, in the order of the network.</summary>
    public abstract IReadOnlyList<TensorSpec> Outputs { get; }

    /// <summary>Room for questions and answers, to be used again and again.</summary>
    /// <param name="rows">Questions answered at once, 1 or more.</param>
    public abstract TensorCall NewCall(int rows);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
