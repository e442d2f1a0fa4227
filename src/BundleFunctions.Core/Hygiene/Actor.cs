using BundleFunctions.Identity;

namespace BundleFunctions.Hygiene;

/// <summary>Who stands behind an event, as the bits of a pseudonym.</summary>
internal static class Actor
{
    /// <summary>Who did it: the device, else the session, else the person; null where an event names none of them.</summary>
    public static UInt128? Of(ShopEvent shopEvent) => (shopEvent.Visitor ?? shopEvent.Session ?? shopEvent.User) is { } actor ? PseudonymBits.Of(actor) : null;

    /// <summary>Who bought it: the person, else the device.</summary>
    public static UInt128? BuyerOf(ShopEvent shopEvent) => (shopEvent.User ?? shopEvent.Visitor) is { } buyer ? PseudonymBits.Of(buyer) : null;
}
