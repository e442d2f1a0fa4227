using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Testing;

/// <summary>
/// Answers the Cosmos SDK in gateway mode on a port of this machine, as the service's public REST interface says: the account, databases,
/// containers, and single items with ETags and time to live. Any key is taken. What a test asks of it goes wrong: see <see cref="Faults"/>.
/// Another process can use it by its <see cref="Endpoint"/> and <see cref="Key"/> for as long as this object lives.
/// </summary>
public sealed class CosmosStandIn : IAsyncDisposable
{
    /// <summary>A key of the right form; it opens nothing.</summary>
    public const string Key = "c3RhbmQtaW4gZm9yIHRlc3RzOyB0aGlzIGtleSBvcGVucyBub3RoaW5nIGFueXdoZXJl";

    private readonly WebApplication _app;
    private readonly CosmosStandInRequests _requests;

    private CosmosStandIn(WebApplication app, CosmosStandInRequests requests) => (_app, _requests) = (app, requests);

    /// <summary>The account's address, plain HTTP on a free port of 127.0.0.1.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What goes wrong from now on.</summary>
    public CosmosFaults Faults
    {
        get => _requests.Faults;
        set => _requests.Faults = value;
    }

    /// <summary>Requests for items so far, by method and status: <c>GET 200</c>.</summary>
    public IReadOnlyDictionary<string, int> Counts => _requests.Counts;

    /// <summary>Starts the stand-in.</summary>
    /// <param name="clock">By which time to live is counted.</param>
    public static async Task<CosmosStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var requests = new CosmosStandInRequests(clock);
        var app = builder.Build();
        app.Run(requests.HandleAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new CosmosStandIn(app, requests) { Endpoint = new Uri(addresses.Single() + "/") };
    }

    /// <summary>The live items of a container, in ordinal order of partition and id; none where there is no such container.</summary>
    public IReadOnlyList<CosmosStandInItem> Items(string database = "bundles", string container = "bundles") =>
        _requests.Find(database, container)?.Items ?? [];

    /// <summary>The properties that a container was created with; null where there is none.</summary>
    public JsonObject? ContainerProperties(string database = "bundles", string container = "bundles") => _requests.Find(database, container)?.Properties;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
