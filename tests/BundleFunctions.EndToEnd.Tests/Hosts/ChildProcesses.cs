using System.Diagnostics;
using System.Globalization;

namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>The processes that a process started, by Linux's /proc.</summary>
internal static class ChildProcesses
{
    /// <summary>SIGKILLs every child of a process; returns how many there were.</summary>
    public static int KillAll(int parent)
    {
        var killed = 0;
        foreach (var directory in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id) && ParentOf(directory) == parent)
            {
                try
                {
                    using var child = Process.GetProcessById(id);
                    child.Kill();
                    killed++;
                }
                catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
                {
                    // It ended by itself meanwhile.
                }
            }
        }

        return killed;
    }

    // Fields of stat are "id (name) state parent ...", and the name may hold anything.
    private static int? ParentOf(string directory)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(directory, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
