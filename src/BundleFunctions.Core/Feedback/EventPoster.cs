using System.Globalization;
using System.Security.Cryptography;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;

namespace BundleFunctions.Feedback;

/// <summary>The letterbox: checks posted events and drops the good ones as a raw blob, which comes in at the porch like any file.</summary>
/// <param name="blobs">Where they are dropped.</param>
/// <param name="pseudonymizer">Makes the pseudonyms of live sessions.</param>
/// <param name="time">Names the day.</param>
/// <param name="sessions">Live sessions, which know of the events at once; null where none are kept.</param>
public sealed class EventPoster(IBlobStore blobs, Pseudonymizer pseudonymizer, TimeProvider time, LiveSessions? sessions = null)
{
    /// <summary>Bytes of a body.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Events of a body.</summary>
    public const int MaxEvents = 1000;

    private const int NameDigits = 32;

    /// <summary>Takes one event, a JSON array of events, or one event on each line, in our own schema.</summary>
    /// <exception cref="StoreException">The store failed; the same body may be posted again without harm.</exception>
    public async Task<PostEventsResult> PostAsync(ShopId shop, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (posting, refusal) = await ReadAsync(shop, body, now, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (posting.Accepted > 0)
        {
            var lines = posting.Lines.ToArray();
            var hash = Convert.ToHexStringLower(SHA256.HashData(lines))[..NameDigits];
            var day = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await blobs.PutAsync(
                new BlobName(BlobLayout.Events, $"{shop}/posted/{day}/{hash}.ndjson"),
                new MemoryStream(lines, writable: false),
                BlobCondition.Absent,
                cancellationToken);
        }

        // The events are safe by now: what goes wrong with sessions costs the next answer its freshness, and nothing else.
        var update = sessions is null ? null : await sessions.AppendAsync(shop, posting.Events, posting.Aliases, cancellationToken);
        return new PostEventsResult(posting.Accepted, posting.Duplicates, posting.Rejected) { Sessions = update };
    }

    /// <summary>Says what would become of a body, and keeps nothing of it.</summary>
    public async Task<PostEventsResult> CheckAsync(ShopId shop, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (posting, refusal) = await ReadAsync(shop, body, time.GetUtcNow(), cancellationToken);
        return refusal ?? new PostEventsResult(posting.Accepted, posting.Duplicates, posting.Rejected);
    }

    private async Task<(Posting Posting, PostEventsResult? Refusal)> ReadAsync(
        ShopId shop, ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var aliases = new PseudonymAliases();
        var posting = new Posting(new EventValidator(shop, pseudonymizer.TellingTo(aliases), now), aliases);
        if (body.Length > MaxBodyBytes)
        {
            return (posting, Refuse(RejectCodes.BodyTooLarge, $"Expected at most {MaxBodyBytes} bytes; found {body.Length}."));
        }

        try
        {
            return (posting, await posting.ReadAsync(body, cancellationToken));
        }
        catch (RawFileException e)
        {
            return (posting, Refuse(e.Code, e.Message));
        }
    }

    internal static PostEventsResult Refuse(string code, string message) => new(0, 0, [], new PostRejection(0, code, message));
}
