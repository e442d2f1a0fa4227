namespace BundleFunctions.Serving;

/// <summary>A value that costs something to make: made once for all who ask meanwhile, and kept for a short time.</summary>
/// <param name="make">Makes the value; belongs to none of those who wait, so that none can cancel it for the others.</param>
/// <param name="age">How long a value is given out, from when it was made; above 0. A failure is not kept.</param>
/// <param name="clock">Tells the age.</param>
internal sealed class BriefMemo<T>(Func<Task<T>> make, TimeSpan age, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Task<(T Value, DateTimeOffset MadeAt)>? _flight;

    /// <summary>The value, made anew where it is too old.</summary>
    public async Task<T> GetAsync(CancellationToken cancellationToken) => (await Join().WaitAsync(cancellationToken)).Value;

    private Task<(T Value, DateTimeOffset MadeAt)> Join()
    {
        lock (_gate)
        {
            if (_flight is null || (_flight.IsCompleted && !IsFresh(_flight)))
            {
                _flight = Task.Run(MakeAsync);
            }

            return _flight;
        }
    }

    private async Task<(T Value, DateTimeOffset MadeAt)> MakeAsync() => (await make(), clock.GetUtcNow());

    // A clock that was set back makes a negative age: then the value's age is not known.
    private bool IsFresh(Task<(T Value, DateTimeOffset MadeAt)> made) =>
        made.IsCompletedSuccessfully && clock.GetUtcNow() - made.Result.MadeAt is var old && old >= TimeSpan.Zero && old < age;
}
