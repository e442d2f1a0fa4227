using System.Collections.Concurrent;
using System.Diagnostics;

namespace BundleFunctions.Replay;

/// <summary>What became of the requests. Times count from when a request was due, so waiting in line is part of them.</summary>
internal sealed class Tally
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private int _failed;

    public int Failed => _failed;

    public async Task AskAsync(HttpClient client, string path, Stopwatch clock, TimeSpan due)
    {
        try
        {
            using var answer = await client.GetAsync(path);
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref _failed);
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Interlocked.Increment(ref _failed);
        }

        _milliseconds.Add((clock.Elapsed - due).TotalMilliseconds);
    }

    /// <summary>A row of the table: mean rate asked, answered, failed, p50, p99, most.</summary>
    public FormattableString Line(double meanRate, TimeSpan elapsed)
    {
        var sorted = _milliseconds.Order().ToArray();
        double At(double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        return $"| {meanRate:F0} | {sorted.Length / elapsed.TotalSeconds:F0} | {sorted.Length} | {_failed} | {At(0.5):F1} | {At(0.99):F1} | {At(1):F1} |";
    }

    public string Row(double meanRate, TimeSpan elapsed) => FormattableString.Invariant(Line(meanRate, elapsed));
}
