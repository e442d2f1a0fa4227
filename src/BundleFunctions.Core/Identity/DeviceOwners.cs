using System.Runtime.InteropServices;

namespace BundleFunctions.Identity;

/// <summary>Whose each device is: its only user's, or nobody's where it named several. Takes pairs in any order; 48 bytes a device.</summary>
internal sealed class DeviceOwners
{
    private readonly Dictionary<UInt128, Owner> _devices = [];

    /// <summary>Devices that named several users.</summary>
    public int Shared => _devices.Values.Count(owner => owner.IsShared);

    /// <summary>Notes that a device named a user.</summary>
    /// <param name="visitor">The device.</param>
    /// <param name="user">The user.</param>
    /// <param name="mayOwn">Whether the device may become the user's by that; one who refused to be known only shows that others use it.</param>
    public void Add(Pseudonym visitor, Pseudonym user, bool mayOwn)
    {
        var bits = PseudonymBits.Of(user);
        ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(_devices, PseudonymBits.Of(visitor), out var exists);
        owner = new Owner(bits, exists && (owner.IsShared || owner.User != bits), mayOwn || (exists && owner.MayOwn));
    }

    /// <summary>The only user of a device; null where there is none, or several.</summary>
    public Pseudonym? OwnerOf(Pseudonym visitor) =>
        _devices.TryGetValue(PseudonymBits.Of(visitor), out var owner) && owner is { IsShared: false, MayOwn: true } ? PseudonymBits.Text(owner.User) : null;

    /// <summary>The devices of one user alone, in ordinal order.</summary>
    public IEnumerable<Pseudonym> DevicesOf(Pseudonym user)
    {
        var bits = PseudonymBits.Of(user);
        return _devices.Where(device => device.Value is { IsShared: false, MayOwn: true } && device.Value.User == bits).Select(device => PseudonymBits.Text(device.Key)).Order();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Owner(UInt128 User, bool IsShared, bool MayOwn);
}
