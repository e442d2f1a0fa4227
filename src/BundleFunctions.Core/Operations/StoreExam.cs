using System.Globalization;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations;

/// <summary>Looks whether the stores can be reached, written and read, whether their clock is ours, and whether they were filled under the
/// pseudonym key that is set.</summary>
public sealed class StoreExam(IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, Pseudonymizer pseudonymizer, TimeProvider clock)
{
    /// <summary>A difference of clocks from which identities' tokens are refused and ages are wrong.</summary>
    public static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    private static readonly ShopId Nobody = Identifier.Parse<ShopId>("default");
    private static readonly BlobName Probe = new(BlobLayout.Hosts, "doctor/probe.json");
    private static readonly BlobName KeyMark = new(BlobLayout.Hosts, "doctor/pseudonym-key.json");
    private static readonly DocumentKey ProbeDocument = new("doctor", "probe");

    /// <summary>Everything that is wrong; nothing that a store does is thrown.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (await TryAsync(findings, "blobs-unreachable", "blobs", BlobFix, () => ProbeBlobsAsync(findings, cancellationToken)))
        {
            await TryAsync(findings, "blobs-unreachable", "blobs", BlobFix, () => CompareKeyAsync(findings, cancellationToken));
        }

        if (await TryAsync(findings, "documents-unreachable", "documents", DocumentFix, () => ProbeDocumentsAsync(findings, cancellationToken)) && findings.Count == 0)
        {
            await TryAsync(findings, "blobs-unreachable", "blobs", BlobFix, () => ExamineShopsAsync(findings, cancellationToken));
        }

        return findings;
    }

    private const string BlobFix =
        "Check the address (Stores:Directory, or ShopStorage:serviceUri), that this process's identity has the role Storage Blob Data Contributor, and the account's network rules.";

    private const string DocumentFix =
        "Check Cosmos:Endpoint, Cosmos:Database and Cosmos:Container, and that this process's identity has Cosmos DB's own role Built-in Data Contributor.";

    private static async Task<bool> TryAsync(List<Finding> findings, string code, string subject, string fix, Func<Task> look)
    {
        try
        {
            await look();
            return true;
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(code, subject, e.Message, fix));
            return false;
        }
    }

    private async Task ProbeBlobsAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        var body = "{}"u8.ToArray();
        var before = clock.GetUtcNow();
        var written = await blobs.PutAsync(Probe, new MemoryStream(body, writable: false), BlobCondition.None, cancellationToken);
        var found = await blobs.FindAsync(Probe, cancellationToken);
        await blobs.DeleteAsync(Probe, null, cancellationToken);
        if (written is null || found?.Length != body.Length)
        {
            findings.Add(new Finding("blobs-lose-writes", "blobs", $"{Probe} was written and is not there.", "Do not use this store: it does not keep what it acknowledges."));
        }
        else if ((found.LastModified - before).Duration() is var skew && skew > MaxSkew)
        {
            findings.Add(new Finding(
                "clock-skew",
                "clock",
                string.Create(CultureInfo.InvariantCulture, $"This machine's clock and the store's are {skew.TotalMinutes:0} minutes apart."),
                "Set this machine's clock by NTP: tokens are refused, and ages and lifetimes are wrong."));
        }
    }

    private async Task ProbeDocumentsAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        await documents.PutManyAsync([new Document(ProbeDocument, "{\"probe\":true}"u8.ToArray(), TimeSpan.FromDays(1))], cancellationToken);
        var found = await documents.GetAsync(ProbeDocument, cancellationToken);
        await documents.DeleteManyAsync([ProbeDocument], cancellationToken);
        if (found is null)
        {
            findings.Add(new Finding(
                "documents-lose-writes", "documents", "A document was written and is not there.", "Switch time to live of the container on, without a default (-1)."));
        }
    }

    // The mark is a pseudonym of a fixed word: it tells one key from another and nothing about either.
    private async Task CompareKeyAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        var marks = pseudonymizer.CreateAll(PseudonymKind.User, Nobody, "the doctor's mark");
        var mark = marks[0].Value;
        await using var known = await blobs.OpenAsync(KeyMark, cancellationToken);
        if (known is null)
        {
            await blobs.PutAsync(KeyMark, new MemoryStream(Encoding.UTF8.GetBytes(mark), writable: false), BlobCondition.Absent, cancellationToken);
            return;
        }

        using var reader = new StreamReader(known.Content);
        var found = await reader.ReadToEndAsync(cancellationToken);
        if (marks.Skip(1).Any(older => string.Equals(found, older.Value, StringComparison.Ordinal)))
        {
            // The keys were changed and the old one is in the ring: from now on the newest is the one to be.
            await blobs.PutAsync(KeyMark, new MemoryStream(Encoding.UTF8.GetBytes(mark), writable: false), BlobCondition.Matches(known.Entry.ETag), cancellationToken);
        }
        else if (!string.Equals(found, mark, StringComparison.Ordinal))
        {
            findings.Add(new Finding(
                "pseudonym-key-changed",
                "Pseudonyms:Key",
                "It is not the key under which these stores were filled.",
                $"Set the old key again, or name it in Pseudonyms:RetiredKeys: without it nobody finds what was written under it. If it is gone for good, delete {KeyMark}."));
        }
    }

    private async Task ExamineShopsAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        var exam = new ShopExam(blobs, documents, shops, clock);
        var listed = await shops.ListAsync(cancellationToken);
        if (listed.Count == 0)
        {
            findings.Add(new Finding("no-shop", "shops", "There is no shop yet.", "Drop an event file into events/SHOP/, or run 'bundles ingest'.", IsFatal: false));
        }

        foreach (var shop in listed)
        {
            findings.AddRange(await exam.ExamineAsync(shop, cancellationToken));
        }
    }
}
