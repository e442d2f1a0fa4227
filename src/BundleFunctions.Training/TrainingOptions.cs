using System.Globalization;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Users;

namespace BundleFunctions.Training;

/// <summary>How a shop is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Neighbours kept for one product, 1..200.</summary>
    public int Neighbours { get; init; } = 20;

    /// <summary>Best neighbours of which sets are formed, 0..16; 0 forms none.</summary>
    public int SetNeighbours { get; init; } = 10;

    /// <summary>Orders that must hold a set with its anchor, 1 or more.</summary>
    public int MinSetOrders { get; init; } = 5;

    /// <summary>Sets kept for one product, 0 or more.</summary>
    public int SetsPerProduct { get; init; } = 40;

    /// <summary>Orders of one user that count, the newest, 0 or more; 0 sets no bound. A robot's hundred thousand count as this many.</summary>
    public int MaxOrdersPerUser { get; init; } = 250;

    /// <summary>Different users that must have bought a pair, 1 or more; orders of unknown users count as one each.</summary>
    public int MinUsers { get; init; } = 3;

    /// <summary>Share of the orders, the newest ones, on which models are judged, 0..0.5. As many before them choose the one to be judged. What
    /// is served is trained on all.</summary>
    public double TestShare { get; init; } = 0.1;

    /// <summary>Most orders that models are judged on, 0 or more; more are thinned out evenly in time.</summary>
    public int MaxTestOrders { get; init; } = 5000;

    /// <summary>For whatever is left to chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which models stand against each other.</summary>
    public ContestOptions Contest { get; init; } = new();

    /// <summary>Which users get recommendations of their own.</summary>
    public UserOptions Users { get; init; } = new();

    /// <summary>How the order of bundles is learned.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>Threads, 1 or more. The result is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Neighbours is < 1 or > 200 ? $"training.neighbours is {Neighbours}; expected 1..200."
        : SetNeighbours is < 0 or > 16 ? $"training.setNeighbours is {SetNeighbours}; expected 0..16."
        : MinSetOrders < 1 ? $"training.minSetOrders is {MinSetOrders}; expected 1 or more."
        : SetsPerProduct < 0 ? $"training.setsPerProduct is {SetsPerProduct}; expected 0 or more."
        : MaxOrdersPerUser < 0 ? $"training.maxOrdersPerUser is {MaxOrdersPerUser}; expected 0 or more."
        : MinUsers < 1 ? $"training.minUsers is {MinUsers}; expected 1 or more."
        : TestShare is not (>= 0 and <= 0.5) ? $"training.testShare is {TestShare.ToString(CultureInfo.InvariantCulture)}; expected 0..0.5."
        : MaxTestOrders < 0 ? $"training.maxTestOrders is {MaxTestOrders}; expected 0 or more."
        : Threads < 1 ? $"training.threads is {Threads}; expected 1 or more."
        : Users.Validate() ?? Ranking.Validate() ?? Contest.Gate.Validate();

    /// <summary>Everything that the model depends on, in one line: part of the model's name.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"neighbours={Neighbours} setNeighbours={SetNeighbours} minSetOrders={MinSetOrders} setsPerProduct={SetsPerProduct} maxOrdersPerUser={MaxOrdersPerUser} minUsers={MinUsers} testShare={TestShare:R} maxTestOrders={MaxTestOrders} seed={Seed} users={Users.MinUserOrders}/{Users.MaxUsers}/{Users.ProductsPerUser} models={string.Join(',', Contest.Models)}");
}
