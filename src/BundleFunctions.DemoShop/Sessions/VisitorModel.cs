using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>The people and robots of the shop. A few visit often, most seldom.</summary>
internal sealed class VisitorModel
{
    private const double ActivityExponent = 0.5;

    private readonly Visitor[] _people;
    private readonly Visitor[] _robots;
    private readonly AliasTable _activity;

    public VisitorModel(DemoShopOptions options, IReadOnlyList<double> departmentShares)
    {
        var random = SeededRandom.ForStream(options.Seed, "visitors");
        var favourites = new AliasTable([.. departmentShares]);
        _people = new Visitor[options.Visitors];
        for (var i = 0; i < _people.Length; i++)
        {
            var (channel, userAgent) = UserAgents.People[random.NextInt32(UserAgents.People.Count)];
            _people[i] = new Visitor
            {
                VisitorId = DrawId(random),
                UserId = random.NextBool(0.55) ? string.Create(CultureInfo.InvariantCulture, $"user-{i + 1}") : null,
                Channel = channel,
                UserAgent = userAgent,
                Favourite = favourites.Draw(random),
                Consent = DrawConsent(random),
            };
        }

        _robots = [.. UserAgents.Robots.Select(userAgent => new Visitor
        {
            VisitorId = DrawId(random),
            Channel = "web",
            UserAgent = userAgent,
            Favourite = favourites.Draw(random),
        })];
        _activity = AliasTable.Zipf(_people.Length, ActivityExponent, offset: 10);
    }

    public IReadOnlyList<Visitor> Robots => _robots;

    public Visitor Draw(SeededRandom random) => _people[_activity.Draw(random)];

    private static string DrawId(SeededRandom random) => string.Create(CultureInfo.InvariantCulture, $"v-{random.NextUInt64() >> 16:x12}");

    /// <summary>Most agree to everything, one in eight to no personalisation, few to nothing, and some never answered.</summary>
    private static Consent? DrawConsent(SeededRandom random) => random.NextDouble() switch
    {
        < 0.10 => null,
        < 0.13 => new Consent(Personalization: false, Analytics: false),
        < 0.25 => new Consent(Personalization: false, Analytics: true),
        _ => new Consent(Personalization: true, Analytics: true),
    };
}
