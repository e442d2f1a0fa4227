using System.Collections.Concurrent;

namespace BundleFunctions.LocalHost.Tests.Harness;

/// <summary>What the sample functions write down, and how a test makes them behave.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Called by a sample after it wrote its line; a test sets it to fail, wait or count.</summary>
    public Func<string, CancellationToken, Task> Then { get; set; } = (_, _) => Task.CompletedTask;

    public async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        _lines.Enqueue(line);
        await Then(line, cancellationToken);
    }

    public int Count(string line) => _lines.Count(written => string.Equals(written, line, StringComparison.Ordinal));
}
