using BundleFunctions.Associations;

namespace BundleFunctions.Training.Models.Files;

/// <summary>What a model has learned, as named arrays. The order of adding does not matter: a file holds them in ordinal order of their names.</summary>
/// <param name="model">The kind of model: <see cref="IRecommenderTrainer.Name"/>.</param>
/// <param name="fingerprint">Its options: <see cref="IRecommenderTrainer.Fingerprint"/>.</param>
public sealed class ModelArrays(string model, string fingerprint)
{
    private readonly SortedDictionary<string, Array> _arrays = new(StringComparer.Ordinal);

    public string Model { get; } = model;

    public string Fingerprint { get; } = fingerprint;

    /// <summary>Names in ordinal order, each with an <c>int[]</c>, <c>long[]</c>, <c>float[]</c>, <c>double[]</c> or <c>byte[]</c>.</summary>
    public IReadOnlyDictionary<string, Array> All => _arrays;

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ModelArrays Add(string name, int[] values) => AddAny(name, values);

    /// <inheritdoc cref="Add(string, int[])"/>
    public ModelArrays Add(string name, long[] values) => AddAny(name, values);

    /// <inheritdoc cref="Add(string, int[])"/>
    public ModelArrays Add(string name, float[] values) => AddAny(name, values);

    /// <inheritdoc cref="Add(string, int[])"/>
    public ModelArrays Add(string name, double[] values) => AddAny(name, values);

    /// <inheritdoc cref="Add(string, int[])"/>
    public ModelArrays Add(string name, byte[] values) => AddAny(name, values);

    public int[] Ints(string name) => Get<int>(name);

    public long[] Longs(string name) => Get<long>(name);

    public float[] Floats(string name) => Get<float>(name);

    public double[] Doubles(string name) => Get<double>(name);

    public byte[] Bytes(string name) => Get<byte>(name);

    /// <exception cref="InvalidModelException">These are the arrays of another kind of model.</exception>
    public void RequireModel(string expected)
    {
        if (!string.Equals(Model, expected, StringComparison.Ordinal))
        {
            throw new InvalidModelException($"The arrays are those of a model '{Model}'; expected '{expected}'.");
        }
    }

    private T[] Get<T>(string name) =>
        !_arrays.TryGetValue(name, out var found) ? throw new InvalidModelException($"Model '{Model}' has no array '{name}'.")
        : found as T[] ?? throw new InvalidModelException(
            $"Array '{name}' of model '{Model}' holds {found.GetType().GetElementType()!.Name}; expected {typeof(T).Name}.");

    private ModelArrays AddAny(string name, Array values)
    {
        _arrays.Add(name, values);
        return this;
    }
}
