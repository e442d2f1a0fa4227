using BundleFunctions.Associations;
using BundleFunctions.Bundling;

namespace BundleFunctions.Ranking;

/// <summary>What a model knows of a bundle's pairs, in whole hundredths: written where the model has a ranker, so that serving need not have the
/// model. The same rounded numbers are learned from.</summary>
/// <param name="Complement">Least probability of the rest being complements of the anchor, 0..100; -1 where not known.</param>
/// <param name="Replaces">Greatest probability of one of the rest replacing the anchor, 0..100; -1 where not known.</param>
/// <param name="Likeness">Greatest cosine of a title with the anchor's, 0..100.</param>
/// <param name="Rank">Mean of 1 / rank of the rest among the anchor's neighbours, 0..100; 0 where none is among them.</param>
public sealed record BundleSignals(int Complement, int Replaces, int Likeness, int Rank)
{
    /// <summary>The signals of one draft.</summary>
    /// <param name="draft">Anchor first.</param>
    /// <param name="associations">The line of the model that it was made of.</param>
    public static BundleSignals Of(BundleDraft draft, ProductAssociations associations)
    {
        var (complement, replaces, likeness, rank, known) = (1.0, 0.0, 0.0, 0.0, true);
        var anchor = draft.Lines[0].Product;
        for (var i = 1; i < draft.Lines.Count; i++)
        {
            var product = draft.Lines[i].Product;
            likeness = Math.Max(likeness, TitleWords.Cosine(anchor.Title, product.Title));
            var place = PlaceOf(associations.Neighbours, product.ProductId);
            rank += place < 0 ? 0 : 1.0 / (place + 1);
            if (place >= 0 && associations.Neighbours[place].Relation is { } relation)
            {
                complement = Math.Min(complement, relation.Complement);
                replaces = Math.Max(replaces, relation.Substitute + relation.Variant);
            }
            else
            {
                known = false;
            }
        }

        var rest = draft.Lines.Count - 1;
        return rest == 0 ? new BundleSignals(-1, -1, 0, 0)
            : new BundleSignals(known ? Hundredths(complement) : -1, known ? Hundredths(replaces) : -1, Hundredths(likeness), Hundredths(rank / rest));
    }

    private static int PlaceOf(IReadOnlyList<Neighbour> neighbours, ProductId product)
    {
        for (var i = 0; i < neighbours.Count; i++)
        {
            if (neighbours[i].Product == product)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Hundredths(double share) => (int)Math.Round(100 * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}
