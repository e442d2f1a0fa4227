namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>The likeliest basket near a given one: each free item takes its likelier value in turn until none changes. Besag 1986.</summary>
public static class IteratedConditionalModes
{
    /// <summary>The items of the basket that was found, ascending. The potential never falls, so that it ends.</summary>
    /// <param name="network">The network.</param>
    /// <param name="held">Items that stay held.</param>
    /// <param name="free">Items that may be taken or left, in the order in which they are asked.</param>
    public static int[] Complete(PairwiseNetwork network, IReadOnlyList<int> held, IReadOnlyList<int> free)
    {
        var state = new bool[network.Items];
        foreach (var item in held)
        {
            state[item] = true;
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var item in free)
            {
                // Strictly better, so that two equal states do not take turns for ever.
                var odds = network.LogOdds(item, state);
                if (!held.Contains(item) && (state[item] ? odds < 0 : odds > 0))
                {
                    state[item] = !state[item];
                    changed = true;
                }
            }
        }

        return [.. Enumerable.Range(0, network.Items).Where(item => state[item])];
    }
}
