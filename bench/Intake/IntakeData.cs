using System.Globalization;

namespace BundleFunctions.Benchmarks.Intake;

/// <summary>Writes the events of a made-up shop as one file that intake and its rival both read.</summary>
internal static class IntakeData
{
    /// <summary>Usage: data FILE EVENTS ndjson|csv. Prints the bytes written.</summary>
    public static int Write(string[] args)
    {
        var events = long.Parse(args[1], CultureInfo.InvariantCulture);
        using var file = new FileStream(args[0], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
        var stream = new EventStream(seed: 1);
        var lines = new EventLines(isCsv: string.Equals(args[2], "csv", StringComparison.Ordinal));
        file.Write(lines.Header);
        for (var i = 0L; i < events; i++)
        {
            file.Write(lines.Of(stream.Next()));
        }

        file.Flush();
        Console.WriteLine(file.Length.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
