using BundleFunctions.Associations;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Factor matrices in a model's arrays.</summary>
internal static class FactorArrays
{
    /// <exception cref="InvalidModelException">The array is missing, is no whole number of rows, or holds what is not finite.</exception>
    public static FactorMatrix Factors(this ModelArrays arrays, string name, int rank)
    {
        var values = arrays.Floats(name);
        if (rank < 1 || values.Length % rank != 0 || !values.All(float.IsFinite))
        {
            throw new InvalidModelException(
                $"Array '{name}' of model '{arrays.Model}' holds {values.Length} values; expected finite ones in rows of {rank}.");
        }

        return FactorMatrix.OfArray(values, rank);
    }

    /// <exception cref="InvalidModelException">The array is missing or does not hold one number.</exception>
    public static int Single(this ModelArrays arrays, string name) => arrays.Ints(name) is [var value]
        ? value
        : throw new InvalidModelException($"Array '{name}' of model '{arrays.Model}' should hold one number.");
}
