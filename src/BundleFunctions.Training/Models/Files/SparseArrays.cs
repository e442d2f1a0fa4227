using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Files;

/// <summary>Sparse matrices in a model's arrays: <c>{name}.offsets</c>, <c>{name}.columns</c>, <c>{name}.values</c>, <c>{name}.width</c>.</summary>
public static class SparseArrays
{
    public static ModelArrays Add(this ModelArrays arrays, string name, SparseMatrix matrix) => arrays
        .Add($"{name}.offsets", matrix.Offsets.ToArray())
        .Add($"{name}.columns", matrix.AllColumns.ToArray())
        .Add($"{name}.values", matrix.AllValues.ToArray())
        .Add($"{name}.width", new[] { matrix.Columns });

    /// <exception cref="InvalidModelException">A part is missing, or they do not fit each other.</exception>
    public static SparseMatrix Sparse(this ModelArrays arrays, string name)
    {
        var width = arrays.Ints($"{name}.width");
        try
        {
            return new SparseMatrix(
                arrays.Ints($"{name}.offsets"), arrays.Ints($"{name}.columns"), arrays.Floats($"{name}.values"), width.Length == 1 ? width[0] : -1);
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"Matrix '{name}' of model '{arrays.Model}' is damaged: {e.Message}", e);
        }
    }
}
