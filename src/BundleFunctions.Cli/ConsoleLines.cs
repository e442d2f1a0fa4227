using System.Globalization;

namespace BundleFunctions.Cli;

/// <summary>Lines for the person, or the log, that waits: each with the time since the start, progress at most once a second.</summary>
internal sealed class ConsoleLines(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private long _last = clock.GetTimestamp();

    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>Says that something began or ended.</summary>
    public void Step(FormattableString message)
    {
        lock (_gate)
        {
            _last = clock.GetTimestamp();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Elapsed.TotalSeconds,7:F1} s] {message.ToString(CultureInfo.InvariantCulture)}"));
            output.Flush();
        }
    }

    /// <summary>Says how far something is, unless something was said a moment ago.</summary>
    public void Progress(Func<FormattableString> message)
    {
        if (clock.GetElapsedTime(_last) >= Interval)
        {
            Step(message());
        }
    }

    /// <summary>A result, without the time.</summary>
    public void Say(FormattableString message) => output.WriteLine(message.ToString(CultureInfo.InvariantCulture));
}
