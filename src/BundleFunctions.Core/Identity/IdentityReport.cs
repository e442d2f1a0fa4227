namespace BundleFunctions.Identity;

/// <summary>What was put together when events were read.</summary>
/// <param name="Stitched">Events of a device that count for its only user.</param>
/// <param name="SharedDevices">Devices with several users, which are nobody's.</param>
/// <param name="Sessions">Sessions that were cut by pauses.</param>
/// <param name="Orders">Orders that were joined of purchases without order ids.</param>
/// <param name="Withdrawn">Events whose person has said since that he does not want to be known.</param>
public sealed record IdentityReport(long Stitched, int SharedDevices, long Sessions, long Orders, long Withdrawn)
{
    /// <summary>The same as named figures; only those above 0.</summary>
    public IEnumerable<KeyValuePair<string, double>> Figures() => new (string Name, double Figure)[]
    {
        ("identity.stitched", Stitched), ("identity.sharedDevices", SharedDevices), ("identity.sessions", Sessions),
        ("identity.orders", Orders), ("identity.withdrawn", Withdrawn),
    }.Where(figure => figure.Figure > 0).Select(figure => KeyValuePair.Create(figure.Name, figure.Figure));
}
