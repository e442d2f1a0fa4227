using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Search;

/// <summary>Says what to try next. What it says hangs on what was tried and on the random stream alone.</summary>
public interface ISampler
{
    /// <summary>Its name with its options, in one line.</summary>
    string Fingerprint { get; }

    /// <param name="tried">Trials so far of the effort that this one will have, in order of their numbers.</param>
    /// <param name="random">The stream of this trial.</param>
    Setting Suggest(ParameterSpace space, IReadOnlyList<Trial> tried, SeededRandom random);
}
