using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>The privacy routes of a shop in memory.</summary>
internal sealed class PrivacyRoutes(IBlobStore blobs, IDocumentStore documents, ApiKeyRing keys, ManualClock clock)
{
    private static readonly ShopId Id = Identifier.Parse<ShopId>(Shop.Name);

    private readonly Pseudonymizer _names = new(new byte[32]);
    private readonly ShopDirectory _shops = new(blobs);
    private readonly AuditLog _audit = new(blobs, clock);

    public PersonEraser Eraser => new(blobs, documents, _shops, new NoCsv(), _names, _audit, clock);

    public Task<IResult> EraseAsync(HttpRequest request) => new PostErasure(keys, Eraser).RunAsync(request, Shop.Name, default);

    /// <summary>Asks for an erasure that waits.</summary>
    public async Task<IResult> FindErasureAsync(HttpRequest request)
    {
        var id = await Eraser.RequestAsync(Id, new PersonIdentifiers { UserIds = ["anna@example.com"] }, RawFiles.Rewrite, "test", default);
        return await FindErasureAsync(request, id);
    }

    public Task<IResult> FindErasureAsync(HttpRequest request, string id) => new GetErasure(keys, Eraser).RunAsync(request, Shop.Name, id, default);

    public Task<IResult> ExportAsync(HttpRequest request) =>
        new PostExport(keys, new PersonExporter(blobs, documents, _shops, new NoCsv(), _names, _audit, clock)).RunAsync(request, Shop.Name, default);

    public Task<IResult> OptOutAsync(HttpRequest request)
    {
        var list = new OptOutList(blobs, documents, clock);
        var sessions = new LiveSessions(documents, list, clock, new SessionOptions());
        return new PostOptOut(keys, new OptOutDesk(list, sessions, _names, _audit, clock)).RunAsync(request, Shop.Name, default);
    }

    public Task<IResult> RetainAsync(HttpRequest request) => new PostRetention(
        keys, new RetentionSweeper(blobs, documents, _shops, _audit, clock, new PublishingOptions())).RunAsync(request, Shop.Name, default);
}
