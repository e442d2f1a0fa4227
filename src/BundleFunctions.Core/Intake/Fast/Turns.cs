namespace BundleFunctions.Intake.Fast;

/// <summary>Lets workers through one at a time, in the order of their numbers.</summary>
internal sealed class Turns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TaskCompletionSource> _waiting = [];
    private long _current;

    /// <summary>Waits until it is the turn of a number.</summary>
    public Task WaitAsync(long number, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (number == _current)
            {
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(number, turn);
            return turn.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the turn.</summary>
    public void Next()
    {
        lock (_lock)
        {
            if (_waiting.Remove(++_current, out var turn))
            {
                turn.SetResult();
            }
        }
    }
}
