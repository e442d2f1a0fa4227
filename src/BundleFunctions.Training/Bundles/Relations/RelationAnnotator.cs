using BundleFunctions.Associations;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Writes relations and quantities into a model's lines: what bundling needs to keep substitutes apart and to offer the pieces that
/// people take.</summary>
/// <param name="relations">The shop's relations.</param>
/// <param name="quantities">What its buyers take.</param>
/// <param name="maxReplacement">Probability, 0..1, of being substitutes or variants above which two products make no set.</param>
public sealed class RelationAnnotator(RelationModel relations, ModalQuantities quantities, double maxReplacement = 0.5)
{
    private const int LinesAtOnce = 256;

    /// <summary>Every line as <see cref="Annotate(ProductAssociations)"/> gives it, in the same order, made while they are read.</summary>
    public IEnumerable<ProductAssociations> Annotate(IEnumerable<ProductAssociations> lines, int threads, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        foreach (var some in lines.Chunk(LinesAtOnce))
        {
            Parallel.For(0, some.Length, parallel, i => some[i] = Annotate(some[i]));
            foreach (var line in some)
            {
                yield return line;
            }
        }
    }

    /// <summary>The same line with the relation of each neighbour to the anchor, and without sets of which two products replace each other.</summary>
    public ProductAssociations Annotate(ProductAssociations line)
    {
        // Sets share their pairs.
        var replacements = new Dictionary<(ProductId, ProductId), bool>();
        return line with
        {
            Neighbours =
            [
                .. line.Neighbours.Select(neighbour => neighbour with
                {
                    Relation = relations.Judge(line.Product, neighbour.Product),
                    Quantity = quantities.Of(neighbour.Product),
                }),
            ],
            Sets = [.. line.Sets.Where(set => !HoldsReplacement(set.Rest, replacements))],
        };
    }

    private bool HoldsReplacement(IReadOnlyList<ProductId> rest, Dictionary<(ProductId, ProductId), bool> replacements)
    {
        for (var i = 0; i < rest.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var pair = (rest[i], rest[j]);
                if (!replacements.TryGetValue(pair, out var replaces))
                {
                    replaces = relations.Judge(rest[i], rest[j]) is { } relation && relation.Substitute + relation.Variant > maxReplacement;
                    replacements[pair] = replaces;
                }

                if (replaces)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
