using BundleFunctions.Bundling;
using BundleFunctions.Publishing;

namespace BundleFunctions.Ranking;

/// <summary>Turns a published bundle and its asker into the numbers that rankers look at. Training and serving both come here, so that a ranker
/// never meets a number that was made in another way than those that it learned from.</summary>
public static class FeatureReader
{
    /// <summary>Fills one bundle's features, in the order of <see cref="RankingFeatures.Names"/>; allocates nothing.</summary>
    /// <param name="question">Who asks.</param>
    /// <param name="bundle">The bundle; of it only what a document holds too is looked at.</param>
    /// <param name="place">Its place in the order before, from 0.</param>
    /// <param name="bestScore">The greatest score of the answer.</param>
    /// <param name="features">As long as there are features.</param>
    public static void Fill(RankingQuestion question, PublishedBundle bundle, int place, double bestScore, Span<float> features)
    {
        var facts = BundleFacts.Of(bundle.Items, question);
        FillEvidence(bundle, features);
        features[7] = 1f / (1 + place);
        features[8] = (float)(bestScore > 0 ? Math.Clamp(bundle.Score / bestScore, 0, 1) : 0);
        features[9] = bundle.Items.Count;
        features[10] = facts.Pieces;
        FillSignals(bundle.Signals, features[11..]);
        FillPrices(bundle, facts, features[15..]);
        FillCatalogue(bundle, facts, features[20..]);
        FillAsker(question, bundle, facts, features[23..]);
    }

    private static void FillEvidence(PublishedBundle bundle, Span<float> features)
    {
        var evidence = bundle.Evidence;
        var sure = WilsonInterval.LowerBound(evidence.Orders, evidence.AnchorOrders);
        var rest = evidence.TotalOrders == 0 ? 0 : (double)evidence.RestOrders / evidence.TotalOrders;
        features[0] = (float)evidence.Confidence;
        features[1] = Squeezed(evidence.Lift);
        features[2] = (float)sure;
        features[3] = rest > 0 ? Squeezed(sure / rest) : 0;
        features[4] = Share(evidence.Orders, 50);
        features[5] = evidence.TotalOrders == 0 ? 0 : (float)((double)evidence.AnchorOrders / evidence.TotalOrders);
        features[6] = (float)rest;
    }

    private static void FillSignals(BundleSignals? signals, Span<float> features)
    {
        features[0] = signals is { Complement: >= 0 } ? signals.Complement / 100f : float.NaN;
        features[1] = signals is { Replaces: >= 0 } ? signals.Replaces / 100f : float.NaN;
        features[2] = signals is null ? float.NaN : signals.Likeness / 100f;
        features[3] = signals is null ? float.NaN : signals.Rank / 100f;
    }

    private static void FillPrices(PublishedBundle bundle, in BundleFacts facts, Span<float> features)
    {
        var (list, offer) = (decimal.ToDouble(bundle.Price.List), decimal.ToDouble(bundle.Price.Offer));
        features[0] = facts.AllKnown ? Squeezed(facts.RestPrice / facts.AnchorPrice) : float.NaN;
        features[1] = facts.AllKnown ? Squeezed(facts.Dearest / facts.AnchorPrice) : float.NaN;
        features[2] = (float)(list > 0 ? Math.Clamp(1 - (offer / list), 0, 1) : 0);
        features[3] = facts.AllKnown && facts.AllCosted && offer > 0 ? (float)Math.Clamp((offer - facts.Cost) / offer, -1, 1) : float.NaN;
        features[4] = bundle.Availability?.MaxBundles is { } most ? Share(most, 20) : float.NaN;
    }

    private static void FillCatalogue(PublishedBundle bundle, in BundleFacts facts, Span<float> features)
    {
        var rest = Math.Max(1, bundle.Items.Count - 1);
        features[0] = facts.HasAnchor ? (float)facts.SameLeaf / rest : float.NaN;
        features[1] = facts.HasAnchor ? (float)facts.SameTop / rest : float.NaN;
        features[2] = facts.AnchorHasBrand ? (float)facts.SameBrand / rest : float.NaN;
    }

    private static void FillAsker(RankingQuestion question, PublishedBundle bundle, in BundleFacts facts, Span<float> features)
    {
        var knows = question.Known > 0 && facts.Additions > 0;
        features[0] = Share(question.Held, 3);
        features[1] = (float)facts.Held / bundle.Items.Count;
        features[2] = knows ? (float)facts.AdditionCategories / facts.Additions : float.NaN;
        features[3] = knows ? (float)facts.AdditionBrands / facts.Additions : float.NaN;
        features[4] = knows ? Squeezed(facts.AdditionPrice / facts.Additions / question.MeanPrice) : float.NaN;
    }

    // x / (1 + x): 0 for 0, 0.5 for 1, towards 1 beyond.
    private static float Squeezed(double ratio) => double.IsFinite(ratio) && ratio > 0 ? (float)(ratio / (1 + ratio)) : 0;

    private static float Share(int count, int half) => count <= 0 ? 0 : (float)((double)count / ((double)count + half));
}
