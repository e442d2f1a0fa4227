namespace BundleFunctions.Training;

/// <summary>What a tick of the retrain schedule did.</summary>
/// <param name="Tick">The tick's name, which names the jobs that it started.</param>
/// <param name="Shops">Every shop, in ordinal order.</param>
public sealed record RetrainReport(string Tick, IReadOnlyList<ShopRetrain> Shops)
{
    public int Count(RetrainOutcome outcome) => Shops.Count(shop => shop.Outcome == outcome);
}
