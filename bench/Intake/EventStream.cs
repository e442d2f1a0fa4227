using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Benchmarks.Intake;

/// <summary>What 100,000 people do with 20,000 products, in the order of time: 3,000 visits at once, each of some eight events. Who comes and
/// what is looked at follows Zipf's law. One event in 500 comes twice, one in 2,000 is of a type that nobody knows.</summary>
internal sealed class EventStream
{
    private const int Users = 100_000;
    private const int Products = 20_000;
    private const int Queries = 5_000;
    private const int Visits = 3_000;
    private readonly SeededRandom _random;
    private readonly AliasTable _popularity = AliasTable.Zipf(Products, 1.0);
    private readonly AliasTable _activity = AliasTable.Zipf(Users, 0.8);
    private readonly AliasTable _phrases = AliasTable.Zipf(Queries, 1.0);
    private readonly int[] _cents = new int[Products];
    private readonly (int User, int Session, bool IsSignedIn, bool IsApp)[] _visits = new (int, int, bool, bool)[Visits];
    private readonly MadeEvent _event = new();
    private int _sessions;
    private int _orders;
    private double _now;
    private bool _isAgain;

    public EventStream(ulong seed)
    {
        _random = new SeededRandom(seed);
        for (var i = 0; i < Products; i++)
        {
            _cents[i] = 99 + (100 * (int)_random.NextExponential(40));
        }

        for (var i = 0; i < Visits; i++)
        {
            _visits[i] = NewVisit();
        }
    }

    /// <summary>The next event; good until the next call.</summary>
    public MadeEvent Next()
    {
        _isAgain = !_isAgain && _random.NextInt32(500) == 0 && _now > 0;
        return _isAgain ? _event : Make();
    }

    private MadeEvent Make()
    {
        _now += _random.NextExponential(500);
        ref var visit = ref _visits[_random.NextInt32(Visits)];
        if (_random.NextInt32(8) == 0)
        {
            visit = NewVisit();
        }

        var made = _event;
        made.Id = (_random.NextUInt64(), _random.NextUInt64());
        made.At = (long)_now;
        (made.Visitor, made.Session, made.IsApp) = (visit.User, visit.Session, visit.IsApp);
        made.User = visit.IsSignedIn ? visit.User : 0;
        made.Order = made.Query = 0;
        made.Items.Clear();
        var items = 1;
        switch (_random.NextInt32(100))
        {
            case < 68:
                made.Type = "view";
                break;
            case < 80:
                made.Type = "add_to_cart";
                break;
            case < 83:
                made.Type = "remove_from_cart";
                break;
            case < 87:
                made.Type = "click";
                break;
            case < 93:
                made.Type = "search";
                made.Query = _phrases.Draw(_random) + 1;
                items = 0;
                break;
            default:
                made.Type = "purchase";
                made.Order = ++_orders;
                items = _random.NextInt32(1, 6);
                break;
        }

        if (_random.NextInt32(2000) == 0)
        {
            made.Type = "teleport";
        }

        for (; items > 0; items--)
        {
            var product = _popularity.Draw(_random);
            made.Items.Add((product, _random.NextInt32(8) == 0 ? 2 : 1, _cents[product]));
        }

        return made;
    }

    private (int User, int Session, bool IsSignedIn, bool IsApp) NewVisit() =>
        (_activity.Draw(_random) + 1, ++_sessions, _random.NextInt32(5) < 2, _random.NextInt32(3) == 0);
}
