namespace BundleFunctions.Training.Bundles.Generation.Rivals;

/// <summary>Takes the whole session for one bundle: what any other has to beat.</summary>
public sealed class WholeSession : ISessionBundler
{
    /// <inheritdoc/>
    public IReadOnlyList<int[]> Generate(IReadOnlyList<int> session) => session.Count < 2 ? [] : [[.. session.Order()]];
}
