using BundleFunctions.Training.Bundles.Learning;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Fits one item's conditional: bias and couplings that make what baskets hold of it likeliest, given the rest of each. The sum over
/// items is the pseudo-likelihood (Besag 1975). Not thread-safe: one a thread.</summary>
/// <remarks>Coordinate-wise Newton steps with soft threshold (Friedman, Hastie, Tibshirani 2010). Rows that hold none of the neighbours all
/// have one and the same probability and are counted together, so that a step costs the neighbours' orders and not all.</remarks>
internal sealed class PseudoLikelihood(OrderCounts orders, MarkovNetworkOptions options)
{
    private const double Tolerance = 1e-4;

    private readonly int[] _placeOfRow = Filled(orders.Total);
    private readonly List<int> _rows = [];
    private double[] _margins = [];
    private bool[] _holds = [];

    /// <summary>The item's bias; its couplings go to <paramref name="weights"/>, by neighbour.</summary>
    public double Fit(int item, int[] neighbours, double[] weights)
    {
        Gather(item, neighbours);
        var without = orders.Total - _rows.Count;
        var holding = orders.Of(item) - CountHolding();
        var bias = LogOddsOf(orders.Of(item), orders.Total);
        Array.Fill(_margins, bias, 0, _rows.Count);
        for (var sweep = 0; sweep < options.MaxSweeps; sweep++)
        {
            var change = MoveBias(without, holding, ref bias);
            for (var k = 0; k < neighbours.Length; k++)
            {
                change = Math.Max(change, MoveWeight(neighbours[k], ref weights[k]));
            }

            if (change < Tolerance)
            {
                break;
            }
        }

        foreach (var row in _rows)
        {
            _placeOfRow[row] = -1;
        }

        return bias;
    }

    /// <summary>Smoothed by half a row on either side, so that it is finite for what all or no rows hold.</summary>
    public static double LogOddsOf(int held, int rows) => Math.Log((held + 0.5) / (rows - held + 0.5));

    private void Gather(int item, int[] neighbours)
    {
        _rows.Clear();
        foreach (var neighbour in neighbours)
        {
            foreach (var row in orders.Postings[neighbour])
            {
                if (_placeOfRow[row] < 0)
                {
                    _placeOfRow[row] = _rows.Count;
                    _rows.Add(row);
                }
            }
        }

        if (_margins.Length < _rows.Count)
        {
            (_margins, _holds) = (new double[2 * _rows.Count], new bool[2 * _rows.Count]);
        }

        Array.Clear(_holds, 0, _rows.Count);
        foreach (var row in orders.Postings[item])
        {
            if (_placeOfRow[row] >= 0)
            {
                _holds[_placeOfRow[row]] = true;
            }
        }
    }

    private int CountHolding()
    {
        var holding = 0;
        for (var i = 0; i < _rows.Count; i++)
        {
            holding += _holds[i] ? 1 : 0;
        }

        return holding;
    }

    private double MoveBias(int without, int holding, ref double bias)
    {
        var p = LogisticRegression.Sigmoid(bias);

        // Half a row on either side, as in LogOddsOf.
        var (gradient, curvature) = (holding + 0.5 - ((without + 1) * p), (without + 1) * p * (1 - p));
        for (var i = 0; i < _rows.Count; i++)
        {
            p = LogisticRegression.Sigmoid(_margins[i]);
            gradient += (_holds[i] ? 1 : 0) - p;
            curvature += p * (1 - p);
        }

        var move = Math.Clamp(gradient / Math.Max(curvature, 1e-9), -1, 1);
        bias += move;
        for (var i = 0; i < _rows.Count; i++)
        {
            _margins[i] += move;
        }

        return Math.Abs(move);
    }

    private double MoveWeight(int neighbour, ref double weight)
    {
        var (gradient, curvature) = (0.0, options.L2);
        var rows = orders.Postings[neighbour];
        foreach (var row in rows)
        {
            var place = _placeOfRow[row];
            var p = LogisticRegression.Sigmoid(_margins[place]);
            gradient += (_holds[place] ? 1 : 0) - p;
            curvature += p * (1 - p);
        }

        // The minimum of the quadratic with the lasso's kink at 0.
        var target = (curvature * weight) + gradient - (options.L2 * weight);
        var next = Math.Sign(target) * Math.Max(0, Math.Abs(target) - options.L1) / curvature;
        var move = Math.Clamp(next - weight, -2, 2);
        weight += move;
        foreach (var row in rows)
        {
            _margins[_placeOfRow[row]] += move;
        }

        return Math.Abs(move);
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}
