using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Audit;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Forgets a person in every store. What is asked for is written down first, sealed; whatever stops the work, the same call goes on
/// with it, and doing a part twice changes nothing. It is done when a whole look through the stores has found nothing.</summary>
public sealed class PersonEraser(
    IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, ICsvRows csv, Pseudonymizer pseudonymizer, AuditLog audit, TimeProvider clock)
{
    // More data of the same person can come in while it runs; a person who never stops is erased by the next run.
    private const int MaxPasses = 6;
    private const int NameDigits = 16;

    private readonly ReceiptSigner _signer = new(pseudonymizer);

    /// <summary>Writes down what is to be erased, and lets nobody be answered from it any more. <see cref="RunAsync"/> does the work.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="identifiers">Valid identifiers.</param>
    /// <param name="rawFiles">What becomes of the files as the shop dropped them.</param>
    /// <param name="by">Where it came from, for the audit log.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The erasure's name; that of the one which waits already, where the same persons' is.</returns>
    /// <exception cref="ArgumentException">The identifiers are not valid (<see cref="PersonIdentifiers.Validate"/>).</exception>
    /// <exception cref="StoreException">A store failed; ask again.</exception>
    public async Task<string> RequestAsync(
        ShopId shop, PersonIdentifiers identifiers, RawFiles rawFiles, string by, CancellationToken cancellationToken)
    {
        if (identifiers.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(identifiers));
        }

        var person = new Person(shop, identifiers, pseudonymizer);
        string[] subjects = [.. person.Given.Select(PersonMark.Of).Order(StringComparer.Ordinal)];
        var name = NameOf(subjects, rawFiles);
        await foreach (var waiting in blobs.ListAsync(BlobLayout.Privacy, $"{PrivacyFiles.PendingPrefix(shop)}{name}-", cancellationToken))
        {
            return waiting.Name.Path[PrivacyFiles.PendingPrefix(shop).Length..^".json".Length];
        }

        var now = clock.GetUtcNow();
        var id = $"{name}-{now.UtcDateTime.ToString("yyyyMMdd't'HHmmssfff'z'", CultureInfo.InvariantCulture)}";
        var pending = new PendingErasure(
            id, now, rawFiles, SealedIdentifiers.Seal(identifiers, shop, pseudonymizer), subjects, new ErasureCounts(), []);
        await SaveAsync(shop, pending, BlobCondition.Absent, cancellationToken);
        await ErasedList.AddAsync(blobs, shop, subjects, now, cancellationToken);
        await new PersonalDocuments(blobs, documents, shop).DeleteAsync(person, cancellationToken);
        await new PersonAct(subjects, $"Erasure {id}; raw files: {rawFiles}.").WriteAsync(audit, shop, now, by, "erasure_requested", cancellationToken);
        return id;
    }

    /// <summary>Does every erasure of a shop that waits.</summary>
    /// <returns>What became of each; one that could not be finished waits for the next run.</returns>
    /// <exception cref="StoreException">The store failed; run again.</exception>
    public async Task<IReadOnlyList<ErasureStatus>> RunAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var done = new List<ErasureStatus>();
        var waiting = await blobs.ListAsync(BlobLayout.Privacy, PrivacyFiles.PendingPrefix(shop), cancellationToken).ToListAsync(cancellationToken);
        foreach (var entry in waiting)
        {
            if (await blobs.ReadJsonAsync(entry.Name, PrivacyJson.Default.PendingErasure, cancellationToken) is not { } pending)
            {
                continue;
            }

            try
            {
                done.Add(await FinishAsync(shop, pending.Value, cancellationToken));
            }
            catch (InvalidDataException e)
            {
                done.Add(new ErasureStatus(pending.Value.Id, IsDone: false, null, e.Message));
            }
        }

        return done;
    }

    /// <summary>Where an erasure stands; null where there is none of that name.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<ErasureStatus?> FindAsync(ShopId shop, string id, CancellationToken cancellationToken)
    {
        if (!Identifier.IsSlug(id, 63))
        {
            return null;
        }

        if (await blobs.ReadJsonAsync(PrivacyFiles.Receipt(shop, id), PrivacyJson.Default.SignedReceipt, cancellationToken) is { } receipt)
        {
            return new ErasureStatus(id, IsDone: true, receipt.Value);
        }

        return await blobs.FindAsync(PrivacyFiles.Pending(shop, id), cancellationToken) is null ? null : new ErasureStatus(id, IsDone: false, null);
    }

    private async Task<ErasureStatus> FinishAsync(ShopId shop, PendingErasure pending, CancellationToken cancellationToken)
    {
        var receiptName = PrivacyFiles.Receipt(shop, pending.Id);
        var known = await blobs.ReadJsonAsync(receiptName, PrivacyJson.Default.SignedReceipt, cancellationToken);
        var receipt = known?.Value ?? await EraseAsync(shop, pending, cancellationToken);
        if (receipt is null)
        {
            return new ErasureStatus(pending.Id, IsDone: false, null, "More of the same person came in while it ran.");
        }

        await blobs.WriteJsonAsync(receiptName, receipt, PrivacyJson.Default.SignedReceipt, BlobCondition.Absent, cancellationToken);
        await new PersonAct(pending.Subjects, $"Erasure {pending.Id}.")
            .WriteAsync(audit, shop, receipt.Receipt.CompletedAt, "service", "erasure_done", cancellationToken);
        await blobs.DeleteAsync(PrivacyFiles.Pending(shop, pending.Id), ifMatch: null, cancellationToken);
        return new ErasureStatus(pending.Id, IsDone: true, receipt);
    }

    /// <summary>The receipt; null where every pass found something.</summary>
    private async Task<SignedReceipt?> EraseAsync(ShopId shop, PendingErasure pending, CancellationToken cancellationToken)
    {
        var person = new Person(shop, SealedIdentifiers.Open(pending.Sealed, shop, pseudonymizer), pseudonymizer);
        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        var (raw, lake) = (new RawArchive(blobs, csv, shop, settings), new LakeArchive(blobs, shop));
        var (users, texts) = (new UserFiles(blobs, shop), new TextFiles(blobs, shop));
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            // What a killed run had left to delete holds data still.
            await lake.DeleteAsync(pending.Garbage, cancellationToken);
            await lake.LearnAsync(person, cancellationToken);
            var marked = pending.RawFiles == RawFiles.Keep ? person.Ids.Concat(person.Linked) : person.Ids;
            await ErasedList.AddAsync(blobs, shop, marked.Select(PersonMark.Of), pending.RequestedAt, cancellationToken);
            await new PersonalDocuments(blobs, documents, shop).DeleteAsync(person, cancellationToken);

            var counts = await raw.EraseAsync(person, pending.RawFiles == RawFiles.Keep, cancellationToken);
            pending = await SaveAsync(shop, pending with { Counts = pending.Counts.Plus(counts) }, BlobCondition.None, cancellationToken);
            var kept = pending;
            var fromLake = await lake.EraseAsync(
                person,
                async garbage => kept = await SaveAsync(
                    shop, kept with { Garbage = [.. kept.Garbage.Union(garbage, StringComparer.Ordinal)] }, BlobCondition.None, cancellationToken),
                cancellationToken);
            await lake.DeleteAsync(kept.Garbage, cancellationToken);
            var rest = new ErasureCounts
            {
                LakeParts = fromLake.LakeParts,
                LakeEvents = fromLake.LakeEvents,
                ModelLines = await users.EraseFromModelsAsync(person, cancellationToken),
                GenerationLines = await users.EraseFromGenerationsAsync(person, cancellationToken),
                Texts = await texts.EraseAsync(person, cancellationToken),
                RawFilesKept = counts.RawFilesKept,
                RawRecordsUnchecked = counts.RawRecordsUnchecked,
            };
            pending = await SaveAsync(shop, kept with { Counts = kept.Counts.Plus(rest), Garbage = [] }, BlobCondition.None, cancellationToken);
            if (counts.IsNothing && rest.IsNothing)
            {
                return _signer.Sign(new ErasureReceipt(
                    pending.Id, shop, pending.RequestedAt, clock.GetUtcNow(), pending.RawFiles, pending.Subjects, pending.Counts));
            }
        }

        return null;
    }

    private async Task<PendingErasure> SaveAsync(ShopId shop, PendingErasure pending, BlobCondition condition, CancellationToken cancellationToken)
    {
        await blobs.WriteJsonAsync(PrivacyFiles.Pending(shop, pending.Id), pending, PrivacyJson.Default.PendingErasure, condition, cancellationToken);
        return pending;
    }

    private static string NameOf(IEnumerable<string> subjects, RawFiles rawFiles)
    {
        var text = $"{rawFiles}\n{string.Join('\n', subjects)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..NameDigits];
    }
}
