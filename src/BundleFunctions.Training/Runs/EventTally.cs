using BundleFunctions.Baskets;
using BundleFunctions.Profiles;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Pricing;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Sessions;

namespace BundleFunctions.Training.Runs;

/// <summary>Everything that a training gathers from events, each of which it sees once.</summary>
/// <param name="withSequences">Whether what was done in each session is kept in order, which takes more memory than all else.</param>
/// <param name="profiles">Makes profiles of persons; null where none are made.</param>
/// <param name="earlier">Is told the events up to a moment of the past; null where nobody asks.</param>
public sealed class EventTally(bool withSequences = false, ProfileBuilder? profiles = null, EarlierProfiles? earlier = null)
{
    /// <summary>What was ordered together.</summary>
    public BasketBuilder Baskets { get; } = new();

    /// <summary>What was paid, and how much was bought at that.</summary>
    public PriceHistory Prices { get; } = new();

    /// <summary>What was looked at together.</summary>
    public SessionViews Views { get; } = new();

    /// <summary>What was shown, and what was made of it.</summary>
    public ShownBundles Shown { get; } = new();

    /// <summary>How many pieces are taken at a time.</summary>
    public ModalQuantities Quantities { get; } = new();

    /// <summary>What was done in each session, in order; empty unless it was asked for.</summary>
    public SessionSequences Sequences { get; } = new();

    public void Add(ShopEvent shopEvent)
    {
        Baskets.Add(shopEvent);
        Prices.Add(shopEvent);
        Views.Add(shopEvent);
        Quantities.Add(shopEvent);
        Shown.Add(shopEvent);
        if (withSequences)
        {
            Sequences.Add(shopEvent);
        }

        profiles?.Add(shopEvent);
        earlier?.Add(shopEvent);
    }
}
