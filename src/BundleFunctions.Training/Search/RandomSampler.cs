using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Search;

/// <summary>Tries settings at random. Bergstra and Bengio 2012.</summary>
public sealed class RandomSampler : ISampler
{
    /// <inheritdoc/>
    public string Fingerprint => "random";

    /// <inheritdoc/>
    public Setting Suggest(ParameterSpace space, IReadOnlyList<Trial> tried, SeededRandom random) =>
        space.At([.. space.Parameters.Select(_ => random.NextDouble())]);
}
