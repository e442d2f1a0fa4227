using System.Runtime.CompilerServices;

namespace BundleFunctions.Numerics.Sparse;

/// <summary>Keeps the best few of many scored numbers, ties to the lower number, in a binary heap with the worst on top. The result
/// does not depend on the order of adding.</summary>
/// <param name="capacity">How many to keep, 1 or more.</param>
public sealed class TopScores(int capacity)
{
    private readonly double[] _scores = new double[capacity];
    private readonly int[] _numbers = new int[capacity];

    public int Count { get; private set; }

    /// <summary>What a score must at least reach to be kept, 0 while there is room.</summary>
    public double Threshold => Count < capacity ? 0 : _scores[0];

    public void Clear() => Count = 0;

    /// <summary>Considers a number; one whose score is not above 0 is never kept.</summary>
    public void Add(int number, double score)
    {
        if (!(score > 0))
        {
            return;
        }

        if (Count < capacity)
        {
            Rise(Count++, number, score);
        }
        else if (IsWorse(_scores[0], _numbers[0], score, number))
        {
            Sink(number, score);
        }
    }

    /// <summary>Writes what was kept in ascending order of the numbers, and forgets it.</summary>
    /// <returns>How many were written.</returns>
    public int Take(Span<int> numbers, Span<float> scores)
    {
        Array.Sort(_numbers, _scores, 0, Count);
        for (var i = 0; i < Count; i++)
        {
            (numbers[i], scores[i]) = (_numbers[i], (float)_scores[i]);
        }

        var taken = Count;
        Count = 0;
        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWorse(double score, int number, double otherScore, int otherNumber) =>
        score < otherScore || (score == otherScore && number > otherNumber);

    private void Rise(int place, int number, double score)
    {
        while (place > 0)
        {
            var parent = (place - 1) >> 1;
            if (!IsWorse(score, number, _scores[parent], _numbers[parent]))
            {
                break;
            }

            (_scores[place], _numbers[place]) = (_scores[parent], _numbers[parent]);
            place = parent;
        }

        (_scores[place], _numbers[place]) = (score, number);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sink(int number, double score)
    {
        var place = 0;
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= Count)
            {
                break;
            }

            if (child + 1 < Count && IsWorse(_scores[child + 1], _numbers[child + 1], _scores[child], _numbers[child]))
            {
                child++;
            }

            if (!IsWorse(_scores[child], _numbers[child], score, number))
            {
                break;
            }

            (_scores[place], _numbers[place]) = (_scores[child], _numbers[child]);
            place = child;
        }

        (_scores[place], _numbers[place]) = (score, number);
    }
}
