namespace BundleFunctions.Training.Search;

/// <summary>Successive halving in brackets of <c>halving^(rounds - 1)</c> settings: all of them with little effort, the best
/// <c>1 / halving</c> of each round with <c>halving</c> times as much, until one is left with full effort; then the next bracket. Jamieson and
/// Talwalkar 2016. What is next hangs on the trials so far alone.</summary>
internal sealed class HalvingPlan(int halving, int rounds)
{
    public PlannedTrial Next(IReadOnlyList<Trial> trials)
    {
        var perBracket = Enumerable.Range(0, rounds).Sum(InRound);
        var inBracket = trials.Count % perBracket;
        var from = trials.Count - inBracket;
        for (var round = 0; round < rounds; round++)
        {
            if (inBracket < InRound(round))
            {
                return round == 0
                    ? new PlannedTrial(null, EffortOf(0))
                    : new PlannedTrial(Best(trials, from - InRound(round - 1), InRound(round - 1))[inBracket].Setting, EffortOf(round));
            }

            inBracket -= InRound(round);
            from += InRound(round);
        }

        throw new InvalidOperationException("A bracket holds more trials than its rounds together.");
    }

    private static Trial[] Best(IReadOnlyList<Trial> trials, int from, int count) =>
    [
        .. trials.Skip(from).Take(count).OrderByDescending(trial => trial.Score ?? double.NegativeInfinity).ThenBy(trial => trial.Number),
    ];

    private int InRound(int round) => (int)Math.Pow(halving, rounds - 1 - round);

    private double EffortOf(int round) => 1 / Math.Pow(halving, rounds - 1 - round);
}
