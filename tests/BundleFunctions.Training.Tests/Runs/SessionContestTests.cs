using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Tests.Runs;

/// <summary>Models compete on sessions as they do on orders; the network that wins lies in the model's folder with what its numbers mean.</summary>
public sealed class SessionContestTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    private readonly InMemoryBlobStore _blobs = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Run_SessionsInWhichOneThingFollowsAnother_KeepsTheNetworkThatKnowsIt()
    {
        await IngestAsync(sessions: 2000);

        var model = await TrainAsync();

        model.Metrics["session.successor.hitRate@10"].ShouldBe(1);
        model.Metrics["session.popularity.hitRate@10"].ShouldBeLessThan(0.5);
        await using var network = await new ModelReader(_blobs).ReadFileAsync(model, ModelFiles.SessionNetwork, CancellationToken.None);
        network.ToArray().ShouldBe(SuccessorTrainer.File);
        await using var card = await new ModelReader(_blobs).ReadFileAsync(model, ModelFiles.SessionCard, CancellationToken.None);
        using var json = JsonDocument.Parse(card);
        json.RootElement.GetProperty("model").GetString().ShouldBe("successor");
        json.RootElement.GetProperty("products").EnumerateArray().Select(product => product.GetString()).ShouldBe(
            Enumerable.Range(0, 60).Select(i => $"p{i:D2}"));
    }

    [Fact]
    public async Task Run_FewSessions_KeepsNone()
    {
        await IngestAsync(sessions: 100);

        (await TrainAsync()).Files.ShouldNotContain(file => file.Name == ModelFiles.SessionNetwork || file.Name == ModelFiles.SessionEvaluation);
    }

    private async Task<ModelManifest> TrainAsync()
    {
        var contestants = new TrainingContestants(
            OnSessions: _ => [new Contestant("popularity", 1, new PopularityTrainer()), new Contestant("successor", 100, new SuccessorTrainer())]);
        var run = new TrainingRun(_blobs, new TrainingOptions { Threads = 2 }, _clock, contestants);
        return (await run.RunAsync(Shop, new Progress<TrainingProgress>(), CancellationToken.None)).Model;
    }

    private async Task IngestAsync(int sessions)
    {
        var lines = Enumerable.Range(0, sessions).SelectMany(session => (string[])
        [
            Line(session, 0, "view", session * 7 % 60),
            Line(session, 1, "view", ((session * 7) + 1) % 60),
            Line(session, 2, "add_to_cart", ((session * 7) + 1) % 60),
        ]).ToArray();
        var blob = new BlobName(BlobLayout.Events, "demo/sessions.ndjson");
        var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await _blobs.PutAsync(blob, content, BlobCondition.None, CancellationToken.None);
        var intake = new EventIntake(_blobs, new ShopDirectory(_blobs), new Pseudonymizer(new byte[32]), new NoCsv(), _clock);
        (await intake.IngestAsync(blob, CancellationToken.None)).Accepted.ShouldBe(lines.Length);
    }

    private static string Line(int session, int second, string type, int product) => JsonSerializer.Serialize(new
    {
        type,
        occurredAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(session).AddSeconds(second),
        visitorId = $"v{session}",
        sessionId = $"s{session}",
        items = new[] { new { productId = $"p{product:D2}", quantity = 1 } },
    });

    private sealed class NoCsv : ICsvRows
    {
        public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
