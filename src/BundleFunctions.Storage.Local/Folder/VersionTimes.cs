namespace BundleFunctions.Storage.Local;

/// <summary>Gives each written file a time later than that of the version before it, so that the time names the version.</summary>
internal sealed class VersionTimes(TimeProvider clock)
{
    private long _latest;

    /// <summary>Stamps a staged file, under its name's lock: with the clock's time, or just after the version it replaces.</summary>
    public void Stamp(string staged, DateTimeOffset? replaced)
    {
        Passed(replaced ?? DateTimeOffset.MinValue);
        var time = Next();
        File.SetLastWriteTimeUtc(staged, new DateTime(time, DateTimeKind.Utc));

        // A file system may keep coarser times than ours and cut them off below the version replaced.
        for (var step = TimeSpan.TicksPerMillisecond / 1_000; File.GetLastWriteTimeUtc(staged) <= replaced?.UtcDateTime; step *= 10)
        {
            File.SetLastWriteTimeUtc(staged, new DateTime(replaced.Value.UtcTicks + step, DateTimeKind.Utc));
        }
    }

    /// <summary>Notes a version's time, which no later version of this process will bear again.</summary>
    public void Passed(DateTimeOffset time)
    {
        for (var seen = Interlocked.Read(ref _latest); seen < time.UtcTicks;)
        {
            seen = Interlocked.CompareExchange(ref _latest, time.UtcTicks, seen) is var found && found == seen ? time.UtcTicks : found;
        }
    }

    private long Next()
    {
        while (true)
        {
            var seen = Interlocked.Read(ref _latest);
            var next = Math.Max(clock.GetUtcNow().UtcTicks, seen + 1);
            if (Interlocked.CompareExchange(ref _latest, next, seen) == seen)
            {
                return next;
            }
        }
    }
}
