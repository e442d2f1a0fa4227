using System.Runtime.InteropServices;

namespace BundleFunctions.Hygiene;

/// <summary>How every visitor goes through the shop, and who of them is a robot by that.</summary>
internal sealed class VisitorWalks
{
    private readonly Dictionary<UInt128, VisitorWalk> _walks = [];

    public void Add(ShopEvent shopEvent)
    {
        if (Actor.Of(shopEvent) is { } actor)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_walks, actor, out _) ??= new VisitorWalk()).Add(shopEvent);
        }
    }

    /// <summary>The robots, and by what they are known: <c>rate</c> or <c>breadth</c>.</summary>
    public Dictionary<UInt128, string> Judge(RobotOptions options)
    {
        var robots = new Dictionary<UInt128, string>();
        foreach (var (actor, walk) in _walks)
        {
            walk.Close();
            if (ReasonOf(walk, options) is { } reason)
            {
                robots.Add(actor, reason);
            }
        }

        return robots;
    }

    private static string? ReasonOf(VisitorWalk walk, RobotOptions options) =>
        walk.Pages == 0 || walk.Buys >= options.BuyerShare * walk.Pages ? null
        : walk.MostInMinute > options.MaxPagesPerMinute || walk.MostInHour > options.MaxPagesPerHour ? "rate"
        : walk.MostProductsOnDay > options.MaxProductsPerDay ? "breadth"
        : walk.Products > options.MaxProducts && walk.Products >= (long)options.MinProductsOnEachDay * walk.Days ? "breadth"
        : null;
}
