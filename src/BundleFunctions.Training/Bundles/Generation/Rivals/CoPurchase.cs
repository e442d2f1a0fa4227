namespace BundleFunctions.Training.Bundles.Generation.Rivals;

/// <summary>Bundles what stood together in enough training sessions before.</summary>
public sealed class CoPurchase : ISessionBundler
{
    private readonly Dictionary<(int Low, int High), int> _together = [];
    private readonly int _least;

    /// <param name="sessions">Sessions to count in.</param>
    /// <param name="least">Sessions that must hold two items for them to be linked, 1 or more.</param>
    public CoPurchase(IEnumerable<LabelledSession> sessions, int least = 1)
    {
        _least = least;
        foreach (var session in sessions)
        {
            int[] items = [.. session.Items.Order()];
            for (var i = 0; i < items.Length; i++)
            {
                for (var j = i + 1; j < items.Length; j++)
                {
                    _together[(items[i], items[j])] = _together.GetValueOrDefault((items[i], items[j])) + 1;
                }
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Generate(IReadOnlyList<int> session) => LinkedItems.Of(
        session, (one, other) => _together.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other))) >= _least);
}
