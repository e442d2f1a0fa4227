using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Statistics;

namespace BundleFunctions.Core.Tests.Bandits;

/// <summary>Whether looking ahead over a session pays: a planner (Watkins' Q-learning over all that a session has seen) against the bandit that takes
/// each page by itself. The product has no planner because here it does not win.</summary>
public sealed class SessionPlannerTests
{
    private const int Worlds = 10;
    private const int Sessions = 20_000;
    private const int Batch = 500;

    [Fact]
    public void Planner_AgainstTheBanditOverSessions_DoesNotEarnMore()
    {
        var (bandit, planner, chance) = (0.0, 0.0, 0.0);
        for (var world = 0UL; world < Worlds; world++)
        {
            bandit += Bandit(new SessionWorld(world)) / (Worlds * Sessions);
            planner += Planner(new SessionWorld(world)) / (Worlds * Sessions);
            chance += Chance(new SessionWorld(world)) / (Worlds * Sessions);
        }

        Figures.Check("bandit over sessions, margin a session", bandit, 0.05);
        Figures.Check("Q-learning over sessions, margin a session", planner, 0.05);
        Figures.Check("chance over sessions, margin a session", chance, 0.05);
        bandit.ShouldBeGreaterThan(1.1 * chance);
        planner.ShouldBeGreaterThan(chance);
        planner.ShouldBeLessThan(bandit);
    }

    private static double Chance(SessionWorld world) => Enumerable.Range(0, Sessions).Sum(_ => world.Play(
        state => SessionWorld.Unseen(state).ElementAt(world.Random.NextInt32(SessionWorld.Unseen(state).Count())),
        static (_, _, _, _) => { }));

    private static double Bandit(SessionWorld world)
    {
        var (shown, sums, squares) = (new double[SessionWorld.Bundles], new double[SessionWorld.Bundles], 0.0);
        var propensities = new Dictionary<int, (int[] Unseen, double[] Shares)>();
        var total = 0.0;
        for (var session = 0; session < Sessions; session++)
        {
            if (session % Batch == 0)
            {
                propensities.Clear();
            }

            total += world.Play(Choose, (_, bundle, earned, _) =>
            {
                shown[bundle]++;
                sums[bundle] += earned;
                squares += earned * earned;
            });
        }

        return total;

        int Choose(int state)
        {
            if (!propensities.TryGetValue(state >> 1, out var known))
            {
                var unseen = SessionWorld.Unseen(state).ToArray();
                var variance = (squares + 50) / (shown.Sum() + 1);
                var beliefs = unseen.Select(bundle => Posterior.Normal((sums[bundle] + 20) / (shown[bundle] + 20), Math.Sqrt(variance / (shown[bundle] + 20))));
                propensities[state >> 1] = known = (unseen, ThompsonSampling.Propensities([.. beliefs], 0.02));
            }

            return known.Unseen[ThompsonSampling.Choose(known.Shares, world.Random.NextDouble())];
        }
    }

    // Q(s, a) += step (r + max Q(s', .) - Q(s, a)), with a step that falls with visits, hopeful at first, and chance that falls over time.
    private static double Planner(SessionWorld world)
    {
        var values = new Dictionary<(int State, int Bundle), (double Value, int Visits)>();
        var total = 0.0;
        for (var session = 0; session < Sessions; session++)
        {
            var exploration = Math.Max(0.02, 0.5 * (1 - (session / (0.3 * Sessions))));
            total += world.Play(
                state => world.Random.NextBool(exploration)
                    ? SessionWorld.Unseen(state).ElementAt(world.Random.NextInt32(SessionWorld.Unseen(state).Count()))
                    : SessionWorld.Unseen(state).MaxBy(bundle => Value(state, bundle)),
                (state, bundle, earned, next) =>
                {
                    var future = next < 0 ? 0 : SessionWorld.Unseen(next).Max(other => Value(next, other));
                    var (value, visits) = values.GetValueOrDefault((state, bundle), (1.0, 0));
                    var step = Math.Max(0.005, 1.0 / (visits + 1));
                    values[(state, bundle)] = (value + (step * (earned + future - value)), visits + 1);
                });
        }

        return total;

        double Value(int state, int bundle) => values.GetValueOrDefault((state, bundle), (1.0, 0)).Item1;
    }
}
