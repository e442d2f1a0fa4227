namespace BundleFunctions.Identity;

/// <summary>The first look over a shop's events, after which it is known whose is what. Takes every event once, in order of time. Not
/// thread-safe.</summary>
/// <param name="options">Valid options.</param>
public sealed class IdentitySurvey(IdentityOptions options)
{
    private readonly DeviceOwners _owners = new();
    private readonly ConsentBook _consents = new();
    private bool _hasOrders;

    public void Add(ShopEvent shopEvent)
    {
        _consents.Add(shopEvent);
        _hasOrders |= shopEvent.Order is not null;
        if (options.StitchVisitors && shopEvent is { Visitor: { } visitor, User: { } user })
        {
            _owners.Add(visitor, user, mayOwn: shopEvent.Consent is not ({ Personalization: false } or { Analytics: false }));
        }
    }

    /// <summary>How to read the same events. Call once, after the last.</summary>
    public IdentityReader Settle() => new(options, _owners, _consents, _hasOrders);
}
