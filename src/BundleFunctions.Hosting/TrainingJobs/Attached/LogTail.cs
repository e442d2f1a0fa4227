namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Keeps the last lines of a run's output. Safe to use from several threads.</summary>
internal sealed class LogTail(int capacity)
{
    private const int MaxLineLength = 500;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public string? Last { get; private set; }

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var kept = line.Length <= MaxLineLength ? line : string.Concat(line.AsSpan(0, MaxLineLength), "...");
        lock (_gate)
        {
            _lines.Enqueue(kept);
            if (_lines.Count > capacity)
            {
                _lines.Dequeue();
            }

            Last = kept;
        }
    }

    public IReadOnlyList<string> ToList()
    {
        lock (_gate)
        {
            return [.. _lines];
        }
    }
}
