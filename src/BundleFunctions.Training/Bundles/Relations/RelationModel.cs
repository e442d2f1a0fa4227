using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Training.Bundles.Learning;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Judges what two products of a shop are to each other, with reasons.</summary>
public sealed class RelationModel
{
    private readonly RelationEvidence _evidence;
    private readonly LogisticRegression[] _byKind;

    internal RelationModel(RelationEvidence evidence, LogisticRegression[] byKind) => (_evidence, _byKind) = (evidence, byKind);

    /// <summary>Probabilities of the four relations; the same whichever product comes first. Null where the catalogue lacks one of them,
    /// or both are the same.</summary>
    public PairRelation? Judge(ProductId one, ProductId other) =>
        _evidence.NumberOf(one) is { } a && _evidence.NumberOf(other) is { } b && a != b ? Judge(a, b) : null;

    /// <summary>The likeliest of the four relations.</summary>
    public static RelationKind KindOf(PairRelation relation)
    {
        var best = Math.Max(Math.Max(relation.Complement, relation.Substitute), Math.Max(relation.Variant, relation.Unrelated));
        return relation.Variant == best ? RelationKind.Variant
            : relation.Substitute == best ? RelationKind.Substitute
            : relation.Complement == best ? RelationKind.Complement
            : RelationKind.Unrelated;
    }

    /// <summary>What speaks for the judgement, figure by figure; each can be counted again from the lake and the catalogue.</summary>
    public IReadOnlyList<string> Reasons(ProductId one, ProductId other)
    {
        if (_evidence.NumberOf(one) is not { } a || _evidence.NumberOf(other) is not { } b || a == b)
        {
            return [];
        }

        var row = RelationColumns.Of(_evidence, a, b);
        var (views, expectedViews) = RelationEvidence.Count(_evidence.Views, a, b);
        var (orders, expectedOrders) = RelationEvidence.Count(_evidence.Orders, a, b);
        var culture = CultureInfo.InvariantCulture;
        var reasons = new List<string>
        {
            string.Create(culture, $"looked at together in {views} sessions; chance expects {expectedViews:0.0}"),
            string.Create(culture, $"bought together in {orders} orders; chance expects {expectedOrders:0.0}"),
        };
        void AddIf(bool holds, string reason) => reasons.AddRange(holds ? [reason] : []);
        AddIf(row[RelationColumns.SameGroup] > 0, $"variants of {_evidence.Products[a].GroupId}");
        AddIf(row[RelationColumns.SameLeaf] > 0, "one category");
        AddIf(row[RelationColumns.SameBrand] > 0, "one brand");
        AddIf(row[RelationColumns.TitleCosine] > 0.3, string.Create(culture, $"titles alike: {row[RelationColumns.TitleCosine]:0.00}"));
        return reasons;
    }

    private PairRelation Judge(int a, int b)
    {
        // Always in the same direction, so that rounding cannot make the two answers differ.
        var row = RelationColumns.Of(_evidence, Math.Min(a, b), Math.Max(a, b));
        var p = Array.ConvertAll(_byKind, model => model.Predict(row));
        var sum = p.Sum();
        double Share(RelationKind kind) => Math.Round(p[(int)kind] / sum, 4);
        return new PairRelation(
            Share(RelationKind.Complement), Share(RelationKind.Substitute), Share(RelationKind.Variant), Share(RelationKind.Unrelated));
    }
}
