using System.Globalization;
using System.IO.Compression;
using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Audit;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Profiles;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;

namespace BundleFunctions.Testing;

/// <summary>A shop in which a person called Anna has left traces in every store, or the same shop without her.</summary>
/// <param name="blobs">Its blobs.</param>
/// <param name="documents">Its documents.</param>
/// <param name="csv">Reads CSV.</param>
/// <param name="clock">Its clock.</param>
/// <param name="ring">Its keys; null for the one key that everything is filled under.</param>
public sealed class ErasureShop(IBlobStore blobs, IDocumentStore documents, ICsvRows csv, ManualClock clock, Pseudonymizer? ring = null)
{
    public const string UserId = "anna@example.com";
    public const string VisitorId = "anna-phone-1";
    public const string SessionId = "anna-session-1";
    public const string OrderId = "anna-order-77";

    private static readonly PublishingOptions Publishing = new() { RetryDelay = TimeSpan.FromMilliseconds(1) };

    public static ShopId Id { get; } = Identifier.Parse<ShopId>("demo");

    public static Pseudonymizer Names { get; } = new("a key for tests, 32 bytes or more"u8);

    /// <summary>Her user id alone: the rest is to be found from it.</summary>
    public static PersonIdentifiers Anna { get; } = new() { UserIds = [UserId], VisitorIds = [VisitorId] };

    /// <summary>Every text that names her.</summary>
    public static IReadOnlyList<string> Traces { get; } =
    [
        UserId,
        VisitorId,
        SessionId,
        OrderId,
        Names.Create(PseudonymKind.User, Id, UserId).Value,
        Names.Create(PseudonymKind.Visitor, Id, VisitorId).Value,
        Names.Create(PseudonymKind.Session, Id, SessionId).Value,
        Names.Create(PseudonymKind.Order, Id, OrderId).Value,
    ];

    public Pseudonymizer Ring { get; } = ring ?? Names;

    public IBlobStore Blobs => blobs;

    public IDocumentStore Documents => documents;

    public OptOutList OptOuts { get; } = new(blobs, documents, clock);

    /// <summary>The door, over this shop's stores or over one that fails in between.</summary>
    public PersonEraser Eraser(IBlobStore? failing = null) => new(
        failing ?? blobs, documents, new ShopDirectory(failing ?? blobs), csv, Ring, new AuditLog(failing ?? blobs, clock), clock);

    public PersonExporter Exporter => new(blobs, documents, new ShopDirectory(blobs), csv, Ring, new AuditLog(blobs, clock), clock);

    /// <summary>What the audit log says, the oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(IBlobStore blobs)
    {
        var entries = new List<AuditEntry>();
        await foreach (var listed in blobs.ListAsync(BlobLayout.Audit, $"{Id}/", default))
        {
            entries.Add((await blobs.ReadJsonAsync(listed.Name, AuditJson.Default.AuditEntry, default))!.Value.Value);
        }

        return entries;
    }

    /// <summary>Fills the shop.</summary>
    /// <param name="withAnna">Whether she was ever here.</param>
    /// <param name="withCsv">Whether one of the files is CSV.</param>
    public async Task OpenAsync(bool withAnna = true, bool withCsv = false)
    {
        await new DerivedCatalogueWriter(blobs).WriteAsync(
            Id,
            new CatalogueSnapshot("any", isDerived: true, [.. "abcdef".Select(letter => Item($"{letter}1"))]),
            default);
        await IngestAsync("lines.ndjson", Text(Lines(withAnna)));
        await IngestAsync("others.ndjson.gz", Gzip(Text(Lines(withAnna: false, day: 3))));
        await IngestAsync("more.ndjson.gz", Gzip(Text(Lines(withAnna, day: 4))));
        await IngestAsync("array.json", Encoding.UTF8.GetBytes($"[{string.Join(",\n", Lines(withAnna, day: 5).Where(line => line.EndsWith('}')))}]"));
        if (withAnna)
        {
            await IngestAsync("hers.ndjson", Text([Event("view", "anna", 6, "a1"), Event("purchase", "anna", 6, "a1", "b1")]));
        }

        if (withCsv)
        {
            await IngestAsync("table.csv", Encoding.UTF8.GetBytes(Table(withAnna)));
        }

        await PostAsync(withAnna);
        await PublishAsync(withAnna);
        if (withAnna)
        {
            await PutAsync(BlobLayout.Jobs, $"{Id}/runs/t1.json", $$"""{"log":["user {{Traces[4]}} has 3 orders","anna@example.com"],"state":"Succeeded"}""");
            await PutAsync(BlobLayout.Hosts, "poison/IngestEvents/x.json", $$"""{"message":"line of {{VisitorId}} is bad"}""");
            await PutAsync(BlobLayout.Rejects, $"{Id}/events/by-hand.ndjson", $$"""{"found":"{{UserId}}"}""" + "\n" + """{"found":"bert"}""" + "\n");
            await PutAsync(BlobLayout.Rejects, $"{Id}/hygiene.json", $$"""{"events":9,"rules":{"robots":{"samples":["{{Traces[5]}}"]} } }""");
            await OptOuts.AddAsync(Id, Names.Create(PseudonymKind.Visitor, Id, VisitorId), default);
        }
    }

    /// <summary>The names of blobs whose content, unfolded, holds one of these texts.</summary>
    public async Task<List<string>> ScanBlobsAsync(IReadOnlyCollection<string> traces)
    {
        var found = new List<string>();
        foreach (var container in Containers)
        {
            await foreach (var entry in blobs.ListAsync(container, string.Empty, default))
            {
                await using var blob = (await blobs.OpenAsync(entry.Name, default))!;
                using var bytes = new MemoryStream();
                await blob.Content.CopyToAsync(bytes);
                var inIt = TraceScanner.Find(bytes.ToArray(), traces).Union(TraceScanner.Find(Encoding.UTF8.GetBytes(entry.Name.ToString()), traces));
                found.AddRange(inIt.Select(trace => $"{entry.Name}: {trace}"));
            }
        }

        return found;
    }

    /// <summary>The bytes of all lake files, by name.</summary>
    public async Task<SortedDictionary<string, string>> LakeFilesAsync()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Lake, string.Empty, default))
        {
            await using var blob = (await blobs.OpenAsync(entry.Name, default))!;
            using var bytes = new MemoryStream();
            await blob.Content.CopyToAsync(bytes);
            files.Add(entry.Name.Path, Convert.ToBase64String(bytes.ToArray()));
        }

        return files;
    }

    /// <summary>What the lake gives.</summary>
    public ValueTask<List<ShopEvent>> EventsAsync() => new LakeReader(blobs).ReadAsync(Id, default).ToListAsync();

    /// <summary>Takes one file in.</summary>
    public async Task<IntakeReport> IngestAsync(string file, byte[] content)
    {
        var name = new BlobName(BlobLayout.Events, $"{Id}/{file}");
        await blobs.PutAsync(name, new MemoryStream(content), BlobCondition.None, default);
        return await new EventIntake(blobs, new ShopDirectory(blobs), Ring, csv, clock).IngestAsync(name, default);
    }

    /// <summary>Every container there is.</summary>
    public static IEnumerable<string> Containers =>
        typeof(BlobLayout).GetFields().Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetRawConstantValue()!);

    private async Task PostAsync(bool withAnna)
    {
        var sessions = new LiveSessions(documents, OptOuts, clock, new SessionOptions());
        var poster = new EventPoster(blobs, Names, clock, sessions);
        string[] posted = [Live("bert", "c1"), .. withAnna ? [Live("anna", "a1")] : (string[])[]];
        await poster.PostAsync(Id, Text(posted), default);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Events, $"{Id}/posted/", default))
        {
            await new EventIntake(blobs, new ShopDirectory(blobs), Ring, csv, clock).IngestAsync(entry.Name, default);
        }
    }

    private async Task PublishAsync(bool withAnna)
    {
        ProductAssociations[] lines = [.. new[] { ("a1", "b1"), ("b1", "a1"), ("c1", "d1"), ("d1", "c1") }.Select(pair =>
            new ProductAssociations(Product(pair.Item1), 100, [new Neighbour(Product(pair.Item2), 100, 60)], []))];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        await using var users = await StagedFile.WriteAsync(
            UserRankings.FileName,
            async output =>
            {
                await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
                var people = new[] { "bert", "carl" }.Concat(withAnna ? [UserId] : []).Select(user => Names.Create(PseudonymKind.User, Id, user));
                gzip.Write(Text([.. people.Order().Select(user => $$"""{"user":"{{user}}","products":[["a1",2],["c1",1]]}""")]));
            },
            default);
        await using var profiles = await StagedFile.WriteAsync(
            ModelFiles.Profiles,
            output =>
            {
                var people = new[] { "bert" }.Concat(withAnna ? [UserId] : []).Select(user => Names.Create(PseudonymKind.User, Id, user));
                ProfileFiles.Write(people.Order().Select(user => new UserProfile(user, 1, null, new DateOnly(2026, 2, 1), null, null, [], [], [Product("a1")])), output);
                return Task.CompletedTask;
            },
            default);
        var draft = new ModelDraft(Id, "co-occurrence", clock.GetUtcNow(), null, "options", new ModelMetrics(10_000, lines.Length, null, []));
        var model = await new ModelWriter(blobs).WriteAsync(draft, staged, [users, profiles], default);
        var publisher = new GenerationPublisher(
            blobs, documents, new ShopDirectory(blobs), new ModelReader(blobs), new CatalogueReader(blobs), clock, Publishing);
        var report = await publisher.PublishAsync(BlobLayout.ModelManifest(Id, model.ModelId), default);
        if (report.Outcome != PublishOutcome.Published)
        {
            throw new InvalidOperationException(report.Reason);
        }
    }

    private static IReadOnlyList<string> Lines(bool withAnna, int day = 1)
    {
        string[] hers =
        [
            Event("view", "anna", day, "a1"),
            Event("purchase", "anna", day, "a1", "b1"),
            $$"""{"type":"refund","occurredAt":"{{At(day, 20)}}","orderId":"{{OrderId}}","items":[{"productId":"b1","quantity":1}]}""",
            $$"""{"type":"view","occurredAt":"{{At(day, 5)}}","visitorId":"{{VisitorId}}","items":[{"productId":"e1","quantity":1}]}""",
            $$"""{"type":"search","occurredAt":"{{At(day, 6)}}","visitorId":"dora-pc","query":"orders of {{UserId}}"}""",
            $$"""{"type":"view","occurredAt":"{{At(day, 7)}}","visitorId":"{{VisitorId}}","items":[{"productId":"e1","quantity":0}]}""",
            $$"""{"type":"view","visitorId":"{{VisitorId}}", broken""",
        ];
        string[] others =
        [
            Event("view", "bert", day, "c1"),
            Event("purchase", "bert", day, "c1", "d1"),
            Event("purchase", "carl", day, "a1", "c1"),
            Event("view", "bert", day + 10, "f1"),
        ];
        return withAnna ? [others[0], hers[0], others[1], .. hers[1..], others[2], others[3]] : others;
    }

    /// <summary>One event of a person's, as the shop sends it.</summary>
    public static string Event(string type, string who, int day, params string[] products)
    {
        var (user, visitor, session, order) = who == "anna" ? (UserId, VisitorId, SessionId, OrderId) : (who, $"{who}-pc", $"{who}-s", $"{who}-o{day}");
        var of = type == "purchase" ? $",\"orderId\":\"{order}\"" : "";
        return $$"""
            {"type":"{{type}}","occurredAt":"{{At(day, type == "view" ? 1 : 2)}}","userId":"{{user}}","visitorId":"{{visitor}}","sessionId":"{{session}}"{{of}},"items":[{{string.Join(',', products.Select(product => $"{{\"productId\":\"{product}\",\"quantity\":1,\"unitPrice\":10}}"))}}]}
            """;
    }

    private string Live(string who, string product) =>
        $$"""{"type":"view","occurredAt":"{{clock.GetUtcNow():O}}","userId":"{{(who == "anna" ? UserId : who)}}","sessionId":"{{who}}-session-1","items":[{"productId":"{{product}}","quantity":1}]}""";

    private static string Table(bool withAnna)
    {
        var text = new StringBuilder("type,occurredAt,userId,orderId,productId,quantity,query\n");
        text.Append(CultureInfo.InvariantCulture, $"purchase,{At(7, 1)},bert,bert-o9,c1,1,\"two\nlines, quoted\"\n");
        if (withAnna)
        {
            text.Append(CultureInfo.InvariantCulture, $"purchase,{At(7, 2)},{UserId},{OrderId},a1,1,\"of\n\"\"anna\"\"\"\n");
            text.Append(CultureInfo.InvariantCulture, $"refund,{At(7, 3)},,{OrderId},a1,1,\n");
            text.Append(CultureInfo.InvariantCulture, $"purchase,{At(7, 3)},{UserId},too,many,fields,1,2,3,4\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"purchase,{At(7, 4)},carl,carl-o9,d1,2,\n");
        return text.ToString();
    }

    private static string At(int day, int hour) =>
        new DateTimeOffset(2026, 2, 1, hour, 0, 0, TimeSpan.Zero).AddDays(day - 1).ToString("O", CultureInfo.InvariantCulture);

    private Task PutAsync(string container, string path, string text) =>
        blobs.PutAsync(new BlobName(container, path), new MemoryStream(Encoding.UTF8.GetBytes(text)), BlobCondition.None, default);

    private static byte[] Text(IReadOnlyCollection<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Gzip(byte[] text)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return output.ToArray();
    }

    private static Product Item(string id) => new() { ProductId = Product(id), Title = id, Price = 10m, Cost = 4m, Currency = "EUR" };

    private static ProductId Product(string id) => Identifier.Parse<ProductId>(id);
}
