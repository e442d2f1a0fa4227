namespace BundleFunctions.Hygiene;

/// <summary>What of a shop's events nothing is learned from: <c>hygiene</c> in its settings. Each rule can be turned off by itself; the events stay
/// where they are, so that a change holds from the next training on.</summary>
public sealed record HygieneOptions
{
    /// <summary>Robots: by name, by how fast they are, by what they look at and never buy.</summary>
    public RobotOptions Robots { get; init; } = new();

    /// <summary>Orders that nobody meant: by what marks them.</summary>
    public TestOrderOptions TestOrders { get; init; } = new();

    /// <summary>Orders far beyond what the shop's buyers take.</summary>
    public ResellerOptions Resellers { get; init; } = new();

    /// <summary>Quantities and prices that cannot be.</summary>
    public ValueOptions Values { get; init; } = new();

    /// <summary>Whether returns and cancellations are taken back from their orders.</summary>
    public bool TakeReturnsBack { get; init; } = true;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() => Robots.Validate() ?? TestOrders.Validate() ?? Resellers.Validate() ?? Values.Validate();
}
