using BundleFunctions.Serving;
using BundleFunctions.Statistics;

namespace BundleFunctions.Experiments;

/// <summary>Two rankings mixed into one list, so that one visitor compares them. Radlinski, Kurup, Joachims, "How does clickthrough data reflect
/// retrieval quality?", CIKM 2008.</summary>
/// <param name="Candidates">The mixed list.</param>
/// <param name="Teams">Of each candidate, whether the first ranking put it there (true) or the second.</param>
public sealed record TeamDraft(IReadOnlyList<Candidate> Candidates, IReadOnlyList<bool> Teams)
{
    /// <summary>Mixes: in each round chance says which ranking picks first; each picks its best that is not in the list yet. Where one ranking has
    /// nothing left the other goes on.</summary>
    /// <param name="first">Best first.</param>
    /// <param name="second">Best first.</param>
    /// <param name="limit">The longest list, 0 or more.</param>
    /// <param name="seed">What chance comes from: the question and the visitor or time bucket.</param>
    public static TeamDraft Mix(IReadOnlyList<Candidate> first, IReadOnlyList<Candidate> second, int limit, string seed)
    {
        var (list, teams, taken) = (new List<Candidate>(), new List<bool>(), new HashSet<BundleId>());
        for (var round = 0; list.Count < limit; round++)
        {
            var before = list.Count;
            var firstPicks = UnitHash.Of("team-draft", $"{seed}|{round}") < 0.5;
            Pick(firstPicks);
            if (list.Count < limit)
            {
                Pick(!firstPicks);
            }

            if (list.Count == before)
            {
                break;
            }
        }

        return new TeamDraft(list, teams);

        void Pick(bool isFirst)
        {
            if ((isFirst ? first : second).FirstOrDefault(candidate => !taken.Contains(candidate.Bundle.BundleId)) is { } best)
            {
                taken.Add(best.Bundle.BundleId);
                list.Add(best);
                teams.Add(isFirst);
            }
        }
    }

    /// <summary>Which ranking a visitor's clicks speak for: 1 the first, -1 the second, 0 neither.</summary>
    public int Credit(IEnumerable<BundleId> clicked)
    {
        var set = clicked.ToHashSet();
        var balance = 0;
        for (var i = 0; i < Candidates.Count; i++)
        {
            balance += set.Contains(Candidates[i].Bundle.BundleId) ? Teams[i] ? 1 : -1 : 0;
        }

        return Math.Sign(balance);
    }

    /// <summary>Whether visitors prefer one ranking: the sign test over those who do not stand between (normal with correction for continuity).</summary>
    /// <param name="wins">Visitors whose clicks spoke for the first.</param>
    /// <param name="losses">Visitors whose clicks spoke for the second.</param>
    public static double PValue(long wins, long losses) =>
        wins + losses == 0 ? 1 : Math.Min(1, Normal.TwoSidedPValue(Math.Max(0, Math.Abs(wins - losses) - 1) / Math.Sqrt(wins + losses)));
}
