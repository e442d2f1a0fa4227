using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Search;

/// <summary>Where in 0..1 trials lie, as a density. Values in order: a mixture of one flat part and a Gaussian a trial, cut off at the ends,
/// as wide as its farther neighbour is away. Choices: how often each was tried, plus one.</summary>
internal sealed class ParzenDensity
{
    private readonly double[] _centres;
    private readonly double[] _widths;
    private readonly double[] _masses;
    private readonly double[] _steps;

    private ParzenDensity(double[] centres, double[] widths, double[] steps)
    {
        (_centres, _widths, _steps) = (centres, widths, steps);
        _masses = [.. centres.Select((centre, i) => NormalDistribution.Cdf((1 - centre) / widths[i]) - NormalDistribution.Cdf(-centre / widths[i]))];
    }

    public static ParzenDensity Of(double[] places, int choices)
    {
        if (choices > 0)
        {
            var counts = new double[choices];
            foreach (var place in places)
            {
                counts[Math.Min((int)(place * choices), choices - 1)]++;
            }

            return new ParzenDensity([], [], [.. counts.Select(count => (count + 1) / (places.Length + choices))]);
        }

        double[] sorted = [.. places.Order()];

        // The more trials, the finer a place may be told, as in the authors' own program.
        var least = 1.0 / Math.Min(100, 1 + sorted.Length);
        double[] widths = [.. sorted.Select((place, i) => Math.Clamp(
            Math.Max(place - (i == 0 ? 0 : sorted[i - 1]), (i == sorted.Length - 1 ? 1 : sorted[i + 1]) - place), least, 1))];
        return new ParzenDensity(sorted, widths, []);
    }

    /// <summary>A density, above 0 everywhere in 0..1.</summary>
    public double At(double place)
    {
        if (_steps.Length > 0)
        {
            return _steps[Math.Min((int)(place * _steps.Length), _steps.Length - 1)] * _steps.Length;
        }

        var sum = 1.0;
        for (var i = 0; i < _centres.Length; i++)
        {
            sum += NormalDistribution.Density((place - _centres[i]) / _widths[i]) / (_widths[i] * _masses[i]);
        }

        return sum / (_centres.Length + 1);
    }

    public double Draw(SeededRandom random)
    {
        if (_steps.Length > 0)
        {
            return (DrawStep(random) + random.NextDouble()) / _steps.Length;
        }

        var part = random.NextInt32(_centres.Length + 1);
        if (part == _centres.Length)
        {
            return random.NextDouble();
        }

        // The centre lies inside, so that at least a third of all draws do.
        while (true)
        {
            var place = _centres[part] + (_widths[part] * random.NextNormal());
            if (place is >= 0 and < 1)
            {
                return place;
            }
        }
    }

    private int DrawStep(SeededRandom random)
    {
        var left = random.NextDouble();
        for (var step = 0; step < _steps.Length - 1; step++)
        {
            left -= _steps[step];
            if (left < 0)
            {
                return step;
            }
        }

        return _steps.Length - 1;
    }
}
