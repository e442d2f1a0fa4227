using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Steps of pairwise learning: an item that a row holds against one that it does not, in the context of the row's other items.</summary>
internal sealed class MachineEpoch(MachineParameters parameters, SparseMatrix rows, NegativeSampler sampler, FactorisationMachineOptions options)
{
    private readonly float _rate = (float)options.LearningRate;
    private readonly float _shrink = (float)(options.LearningRate * options.Lambda);
    private readonly float[] _context = new float[FactorMatrix.StrideOf(options.Rank)];
    private readonly float[] _better = new float[FactorMatrix.StrideOf(options.Rank)];
    private readonly float[] _worse = new float[FactorMatrix.StrideOf(options.Rank)];
    private readonly List<int> _items = [];

    public void Step(int row, int better, SeededRandom random, EpochFigures figures)
    {
        var worse = sampler.Draw(row, random);
        if (worse < 0)
        {
            return;
        }

        SetContext(row, better, random);
        var scale = MachineModel.ContextScale(_items.Count);
        var margin = parameters.Item(better, _better) - parameters.Item(worse, _worse);
        margin += PairwiseStep.Margin(_context, _better, _worse);
        figures.Add(margin);

        var step = _rate * SigmoidTable.Sigmoid(-margin);
        FactorVectors.AddScaled(1, _context, _better);
        FactorVectors.AddScaled(1, _context, _worse);
        parameters.LearnItem(better, _better, step, _shrink);
        parameters.LearnItem(worse, _worse, -step, _shrink);
        FactorVectors.AddScaled(-1, _worse, _better);
        foreach (var item in _items)
        {
            parameters.LearnContext(item, _better, step * scale, _shrink);
        }

        if (options.RowFeatures)
        {
            FactorVectors.ShrinkAndAdd(1 - _shrink, step, _better, parameters.RowSide[row]);
        }
    }

    private void SetContext(int row, int better, SeededRandom random)
    {
        _items.Clear();
        var held = rows.ColumnsOf(row);
        if (held.Length <= options.ContextItems + 1)
        {
            foreach (var item in held)
            {
                if (item != better)
                {
                    _items.Add(item);
                }
            }
        }
        else
        {
            for (var left = options.ContextItems; left > 0; left--)
            {
                var item = held[random.NextInt32(held.Length)];
                if (item != better)
                {
                    _items.Add(item);
                }
            }
        }

        Array.Clear(_context);
        foreach (var item in _items)
        {
            parameters.AddContext(item, MachineModel.ContextScale(_items.Count), _context);
        }

        if (options.RowFeatures)
        {
            FactorVectors.AddScaled(1, parameters.RowSide[row], _context);
        }
    }
}
