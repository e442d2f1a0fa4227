using BundleFunctions.Ports;

namespace BundleFunctions.Training;

/// <summary>How every shop's newest training run stands.</summary>
/// <param name="Latest">One run a shop, where there was any, in ordinal order of shops.</param>
/// <param name="Failures">Shops that could not be looked at.</param>
public sealed record FollowReport(IReadOnlyList<TrainingJob> Latest, IReadOnlyList<ShopRetrain> Failures)
{
    public int Count(TrainingJobState state) => Latest.Count(job => job.State == state);
}
