using BundleFunctions.Testing;
using BundleFunctions.Training.Bundles.Generation;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Bundles.Generation;

/// <summary>Bundles out of sessions, on sessions that people labelled. Items without a title stay in the sessions, and nothing may be
/// concluded from their want of one.</summary>
public sealed class BundleRecTests(ITestOutputHelper output)
{
    [RealDataFact("bundlerec")]
    public void Generate_Electronic_BeatsEveryRivalThatCountsOrCompares() => Check("electronic", exact: 0.36, pair: 0.62);

    [RealDataFact("bundlerec")]
    public void Generate_Clothing_BeatsEveryRivalThatCountsOrCompares() => Check("clothing", exact: 0.39, pair: 0.60);

    private void Check(string domain, double exact, double pair)
    {
        var task = BundleRecTask.Of(domain, seed: 0);
        foreach (var protocol in new[] { task, task.OfKnownItems() })
        {
            var results = protocol.Compare(new SessionBundlerOptions(), resamples: 2000, seed: 1).ToDictionary(result => result.Name);
            foreach (var result in results.Values)
            {
                output.WriteLine($"{result}");
            }

            var (ours, text) = (results["ours"], results["TF-IDF threshold"]);
            foreach (var counting in new[] { results["co-purchase"], results["Apriori"] })
            {
                ours.ExactF1.Low.ShouldBeGreaterThan(counting.ExactF1.High);
                ours.PairF1.Low.ShouldBeGreaterThan(counting.PairF1.High);
            }

            text.BehindExactF1.Low.ShouldBeGreaterThan(0);
            if (protocol == task)
            {
                text.BehindPairF1.Low.ShouldBeGreaterThan(0);
            }

            ours.ExactF1.Mean.ShouldBeGreaterThan(exact);
            ours.PairF1.Mean.ShouldBeGreaterThan(pair);
        }
    }
}
