using BundleFunctions.Associations;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Writes relations and quantities into a model's lines: what bundling needs to keep substitutes apart and to offer the pieces that
/// people take.</summary>
/// <param name="relations">The shop's relations.</param>
/// <param name="quantities">What its buyers take.</param>
/// <param name="maxReplacement">Probability, 0..1, of being substitutes or variants above which two products make no set.</param>
public sealed class RelationAnnotator(RelationModel relations, ModalQuantities quantities, double maxReplacement = 0.5)
{
    /// <summary>The same line with the relation of each neighbour to the anchor, and without sets of which two products replace each other.</summary>
    public ProductAssociations Annotate(ProductAssociations line) => line with
    {
        Neighbours =
        [
            .. line.Neighbours.Select(neighbour => neighbour with
            {
                Relation = relations.Judge(line.Product, neighbour.Product),
                Quantity = quantities.Of(neighbour.Product),
            }),
        ],
        Sets = [.. line.Sets.Where(set => !HoldsReplacement(set.Rest))],
    };

    private bool HoldsReplacement(IReadOnlyList<ProductId> rest)
    {
        for (var i = 0; i < rest.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (relations.Judge(rest[i], rest[j]) is { } relation && relation.Substitute + relation.Variant > maxReplacement)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
