using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Hygiene;
using BundleFunctions.Identity;
using BundleFunctions.Pricing;
using BundleFunctions.Profiles;
using BundleFunctions.Segments;
using BundleFunctions.Shops;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Sessions;

namespace BundleFunctions.Training.Runs;

/// <summary>Everything that one training learns from.</summary>
/// <param name="Shop">Whose it is.</param>
/// <param name="Baskets">All its baskets.</param>
/// <param name="Catalogue">Its products, to publish with; null where there are none.</param>
/// <param name="Elasticities">What was learned of demand; null where no purchase had a price.</param>
/// <param name="Champion">The kind of model that serves; null where none does.</param>
/// <param name="StartedAt">When the training started.</param>
public sealed record ShopData(
    ShopId Shop, BasketSet Baskets, CatalogueSnapshot? Catalogue, ElasticityTable? Elasticities, string? Champion, DateTimeOffset StartedAt)
{
    /// <summary>What was looked at in each session.</summary>
    public IReadOnlyList<IReadOnlyList<ProductId>> Sessions { get; init; } = [];

    /// <summary>What was looked at in each session that ended before a moment; null where sessions are not known by time.</summary>
    public Func<DateTimeOffset, IReadOnlyList<IReadOnlyList<ProductId>>>? SessionsBefore { get; init; }

    /// <summary>The shop's options, by which bundles are built and priced.</summary>
    public ShopSettings Settings { get; init; } = new();

    /// <summary>How the order of bundles that serves was learned; null where the published order serves.</summary>
    public string? ChampionOrder { get; init; }

    /// <summary>What people were shown and what they took of it, the oldest first.</summary>
    public IReadOnlyList<ShownAnswer> Shown { get; init; } = [];

    /// <summary>What was done in each session, oldest first; empty where nothing is learned from it.</summary>
    public IReadOnlyList<VisitorSession> Sequences { get; init; } = [];

    /// <summary>What did not count; null where nothing was looked over.</summary>
    public HygieneReport? Hygiene { get; init; }

    /// <summary>What was put together; null where nothing was.</summary>
    public IdentityReport? Identity { get; init; }

    /// <summary>What is known of persons, in ordinal order.</summary>
    public IReadOnlyList<UserProfile> Profiles { get; init; } = [];

    /// <summary>Groups of them that are alike; null where there are none.</summary>
    public SegmentTable? Segments { get; init; }

    /// <summary>How affinity becomes the chance of a purchase; null where too little was bought to learn it.</summary>
    public ResponseModel? Response { get; init; }

    /// <summary>How many pieces are taken at a time.</summary>
    public ModalQuantities Quantities { get; init; } = new();
}
