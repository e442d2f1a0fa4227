using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Search;

/// <summary>Tree-structured Parzen estimator: models where good trials lie and where the others do, and tries the candidate at which
/// the first density is greatest beside the second, which maximises expected improvement. Bergstra, Bardenet, Bengio and Kegl 2011.</summary>
public sealed class TpeSampler : ISampler
{
    /// <summary>Trials at random before it models anything, 1 or more.</summary>
    public int Startup { get; init; } = 10;

    /// <summary>Share of the trials that count as good, above 0 and below 1.</summary>
    public double GoodShare { get; init; } = 0.15;

    /// <summary>Candidates drawn for each number of a trial, 1 or more.</summary>
    public int Candidates { get; init; } = 24;

    /// <inheritdoc/>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"tpe startup={Startup} good={GoodShare:R} candidates={Candidates}");

    /// <inheritdoc/>
    public Setting Suggest(ParameterSpace space, IReadOnlyList<Trial> tried, SeededRandom random)
    {
        if (tried.Count < Startup)
        {
            return new RandomSampler().Suggest(space, tried, random);
        }

        // Trials that failed count as worse than all others: what breaks is not tried over and over.
        Trial[] ranked = [.. tried.OrderByDescending(trial => trial.Score ?? double.NegativeInfinity).ThenBy(trial => trial.Number)];
        var good = Math.Max(1, (int)Math.Ceiling(GoodShare * ranked.Length));
        return space.At([.. space.Parameters.Select((parameter, i) =>
            Best(Density(parameter, i, ranked[..good]), Density(parameter, i, ranked[good..]), CandidatesOf(parameter), random))]);
    }

    // The best of many draws is nearly always the choice that is ahead: one draw gives each of the others its turn.
    private int CandidatesOf(Parameter parameter) => parameter.Choices > 0 ? 1 : Candidates;

    private static double Best(ParzenDensity good, ParzenDensity others, int candidates, SeededRandom random)
    {
        var (best, ratio) = (0.0, double.NegativeInfinity);
        for (var i = 0; i < candidates; i++)
        {
            var place = good.Draw(random);
            var candidate = Math.Log(good.At(place)) - Math.Log(others.At(place));
            if (candidate > ratio)
            {
                (best, ratio) = (place, candidate);
            }
        }

        return best;
    }

    private static ParzenDensity Density(Parameter parameter, int i, Trial[] trials) =>
        ParzenDensity.Of([.. trials.Select(trial => trial.Setting.Places[i])], parameter.Choices);
}
