using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Identity;

/// <summary>Cuts what somebody does into pieces by pauses, and names each piece. Takes events in order of time; the memory it needs is that of who
/// was there lately.</summary>
/// <param name="kind">What the pieces are; part of their names.</param>
/// <param name="gap">The pause after which a new piece begins; the pause itself still belongs to the old one.</param>
internal sealed class IdleCutter(string kind, TimeSpan gap)
{
    private const int Crowd = 100_000;

    private readonly Dictionary<Pseudonym, (DateTimeOffset Last, Pseudonym Piece)> _open = [];
    private int _next = Crowd;

    /// <summary>Pieces so far.</summary>
    public long Count { get; private set; }

    /// <summary>The piece that belongs to an actor at a moment.</summary>
    public Pseudonym PieceOf(Pseudonym actor, DateTimeOffset at)
    {
        var piece = _open.TryGetValue(actor, out var open) && at - open.Last <= gap ? open.Piece : Begin(actor, at);
        _open[actor] = (at, piece);
        if (_open.Count >= _next)
        {
            Forget(at);
        }

        return piece;
    }

    // A hash of who and when, in the form of other names; it is never written.
    private Pseudonym Begin(Pseudonym actor, DateTimeOffset at)
    {
        Count++;
        var text = string.Create(CultureInfo.InvariantCulture, $"{kind}|{actor}|{at.UtcTicks}");
        return Identifier.Parse<Pseudonym>(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 16)));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (actor, open) in _open)
        {
            if (now - open.Last > gap)
            {
                _open.Remove(actor);
            }
        }

        _next = Math.Max(Crowd, 2 * _open.Count);
    }
}
