namespace BundleFunctions.Serving;

/// <summary>The moment by which an answer must be given.</summary>
internal readonly struct Deadline(TimeProvider clock, TimeSpan limit)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>Waits for a task that goes on whether or not anybody waits.</summary>
    /// <exception cref="TimeoutException">The time was up first.</exception>
    public Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        var left = limit - clock.GetElapsedTime(_started);
        return task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellationToken);
    }
}
