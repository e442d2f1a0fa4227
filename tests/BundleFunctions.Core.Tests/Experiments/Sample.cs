using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Experiments;
using BundleFunctions.Offers;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Experiments;

/// <summary>Visitors, candidates and experiments for tests.</summary>
internal static class Sample
{
    public static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Pseudonym Visitor(int number) => Identifier.Parse<Pseudonym>(number.ToString("x32", CultureInfo.InvariantCulture));

    public static AnswerContext Context(int? visitor = null, DateTimeOffset? at = null, string page = "product") =>
        new(Shop, page, at ?? Now) { Visitor = visitor is { } number ? Visitor(number) : null, Products = [Identifier.Parse<ProductId>("camera-1")] };

    public static Candidate Candidate(string id, double score, bool isPinned = false) => new(
        new PublishedBundle(
            Identifier.Parse<BundleId>(id), score, [new BundleItem(Identifier.Parse<ProductId>(id), ItemRole.Anchor, 1)], new BundlePrice("EUR", 100, 90, 10),
            null, null, new Evidence(10, 20, 20, 100)),
        score)
    {
        IsPinned = isPinned,
    };

    public static ExperimentDefinition Experiment(string id, double from = 0, double share = 1, string layer = "main", params int[] weights) => new(
        id,
        [.. (weights.Length == 0 ? [1, 1] : weights).Select((weight, i) => new ExperimentVariant($"v{i}", weight))],
        Now.AddDays(-1),
        Layer: layer,
        From: from,
        Share: share);
}
