using System.Globalization;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Progress for the person who waits: one line a step, and one every two seconds while a step goes on.</summary>
internal sealed class SetupConsole(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly long _start = clock.GetTimestamp();
    private long _last = clock.GetTimestamp();

    /// <summary>Says that something began or ended.</summary>
    public void Step(string message)
    {
        _last = clock.GetTimestamp();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.GetElapsedTime(_start).TotalSeconds,6:F1} s] {message}"));
    }

    /// <summary>Says how far something is, unless something was said a moment ago.</summary>
    public void Progress(Func<string> message)
    {
        if (clock.GetElapsedTime(_last) >= Interval)
        {
            Step(message());
        }
    }

    /// <summary>A line without a time, for results.</summary>
    public void Say(string line) => output.WriteLine(line);
}
