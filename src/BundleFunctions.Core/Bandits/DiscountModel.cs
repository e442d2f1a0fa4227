using BundleFunctions.Serving;

namespace BundleFunctions.Bandits;

/// <summary>LinUCB over shares of the discounts: one linear model of the context for each share, in margin a bundle shown. The context is the kind of
/// page and the time of day (UTC), as a point on a circle, so that it has no edge at midnight.</summary>
public sealed class DiscountModel
{
    // 1, cart, home, any other page but the product's, and the hour's sine and cosine.
    private const int ContextLength = 6;

    private readonly IReadOnlyList<double> _shares;
    private readonly LinUcb _model;

    private DiscountModel(IReadOnlyList<double> shares, LinUcb model) => (_shares, _model) = (shares, model);

    /// <summary>A model that has seen nothing; null where the shop's bandit does not choose shares by it.</summary>
    public static DiscountModel? New(BanditOptions options) => options is { DiscountPolicy: BanditPolicy.LinUcb, DiscountShares: { } shares }
        ? new DiscountModel(shares, new LinUcb(shares.Count * ContextLength))
        : null;

    /// <summary>The model as it was stored; null where it was learnt for other shares.</summary>
    public static DiscountModel? From(LinearState? state, IReadOnlyList<double> shares)
    {
        var features = shares.Count * ContextLength;
        return state is not null && state.Shares.SequenceEqual(shares) && state.Moments.Count == features && state.Gram.Count == features * features
            ? new DiscountModel(shares, LinUcb.From(state.Gram, state.Moments, state.Weight))
            : null;
    }

    /// <summary>Learns from a bundle shown, or from what one earned.</summary>
    /// <param name="share">The share that was given; one that is not among the model's teaches nothing.</param>
    /// <param name="page">The kind of page.</param>
    /// <param name="at">When.</param>
    /// <param name="what">What came of it.</param>
    /// <param name="weight">What it counts, by its age; above 0.</param>
    public void Learn(double share, string page, DateTimeOffset at, ArmStatistics what, double weight)
    {
        for (var i = 0; i < _shares.Count; i++)
        {
            if (Math.Abs(_shares[i] - share) < 0.005)
            {
                _model.Learn(Features(i, page, at), weight * what.Impressions, weight * what.Margin);
                return;
            }
        }
    }

    /// <summary>Probability with which each share is given.</summary>
    /// <param name="page">The kind of page.</param>
    /// <param name="at">When.</param>
    /// <param name="width">How hopeful: the deviation of what one bundle shown gives, in the shop's currency.</param>
    /// <param name="exploration">Shared out alike.</param>
    public double[] Propensities(string page, DateTimeOffset at, double width, double exploration) =>
        _model.Propensities([.. Enumerable.Range(0, _shares.Count).Select(i => Features(i, page, at))], width, exploration);

    public LinearState ToState() => _model.ToState(_shares);

    private double[] Features(int share, string page, DateTimeOffset at)
    {
        var features = new double[_shares.Count * ContextLength];
        var from = share * ContextLength;
        var angle = 2 * Math.PI * at.UtcDateTime.TimeOfDay.TotalHours / 24;
        features[from] = 1;
        features[from + 1] = page is AnswerPages.Cart ? 1 : 0;
        features[from + 2] = page is AnswerPages.Home ? 1 : 0;
        features[from + 3] = page is AnswerPages.Cart or AnswerPages.Home or AnswerPages.Product ? 0 : 1;
        features[from + 4] = Math.Sin(angle);
        features[from + 5] = Math.Cos(angle);
        return features;
    }
}
