// Replays a day's traffic faster than it happened against a host of this machine: seeded arrivals by the hour's share of a day, products by Zipf's law.
// Open loop: a request is sent at its time whether or not the last one was answered, so a host that cannot keep up is seen to be late.
// Usage: Replay URL API_KEY SHOP PRODUCTS_FILE [ANSWERS_A_DAY] [SPEED] [SECONDS]
using System.Diagnostics;
using System.Globalization;
using BundleFunctions.Replay;

if (args.Length < 4 || !Uri.TryCreate(args[0], UriKind.Absolute, out var url) || !url.IsLoopback)
{
    Console.Error.WriteLine("Usage: Replay URL API_KEY SHOP PRODUCTS_FILE [ANSWERS_A_DAY] [SPEED] [SECONDS]; URL is an address of this machine.");
    return 2;
}

double Argument(int at, double otherwise, double most) =>
    args.Length > at && double.TryParse(args[at], CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 1, most) : otherwise;

var (answers, speed, seconds) = (Argument(4, 1_000_000, 100_000_000), Argument(5, 100, 1000), Argument(6, 60, 300));
var products = File.ReadAllLines(args[3]).Where(line => line.Length > 0).ToArray();
var day = new Day(answers, speed, products, seed: 1);
using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) };
client.DefaultRequestHeaders.Add("x-api-key", args[1]);

var tally = new Tally();
var clock = Stopwatch.StartNew();
var flights = new List<Task>();
foreach (var (at, path) in day.Requests(args[2], seconds))
{
    var early = at - clock.Elapsed;
    if (early > TimeSpan.FromMilliseconds(1))
    {
        await Task.Delay(early);
    }

    flights.Add(tally.AskAsync(client, path, clock, at));
    if (flights.Count == 4096)
    {
        await Task.WhenAny(flights);
        flights.RemoveAll(flight => flight.IsCompleted);
    }
}

await Task.WhenAll(flights);
Console.WriteLine(tally.Row(day.MeanRate, clock.Elapsed));
return tally.Failed == 0 ? 0 : 1;
