using BundleFunctions.Testing;
using BundleFunctions.Training.Bundles.Generation;
using BundleFunctions.Training.Bundles.Generation.Evaluation;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Bundles.Generation;

/// <summary>BundleRec in the workshop's terms.</summary>
internal static class BundleRecTask
{
    public static GenerationTask Of(string domain, ulong seed) => Folds(domain, seed)[^1];

    /// <summary>Five splits, in which every session is judged once.</summary>
    public static IReadOnlyList<GenerationTask> Folds(string domain, ulong seed)
    {
        var data = BundleRecData.Read(domain);
        int[] items = [.. data.Sessions.SelectMany(session => session.Items).Concat(data.Titles.Keys).Distinct().Order()];
        var numbers = items.Select((item, i) => (item, i)).ToDictionary(pair => pair.item, pair => pair.i);
        var sessions = data.Sessions.Select(session => new LabelledSession(
            [.. session.Items.Select(item => numbers[item])],
            [.. session.Bundles.Select(bundle => bundle.Select(item => numbers[item]).ToArray())]));
        var content = items.Select(item => data.Titles.TryGetValue(item, out var title)
            ? ItemContent.Of(title, data.Categories.GetValueOrDefault(item, []))
            : ItemContent.Unknown);
        return GenerationTask.Folds(sessions, [.. content], seed);
    }
}
