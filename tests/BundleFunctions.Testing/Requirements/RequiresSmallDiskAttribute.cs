using System.ComponentModel;
using System.Diagnostics;

namespace BundleFunctions.Testing;

/// <summary>On a test class: its tests mount a disk of some megabytes in a namespace of their own.</summary>
public sealed class RequiresSmallDiskAttribute : RequirementAttribute
{
    private static readonly Lazy<bool> CanMount = new(Try);

    /// <inheritdoc/>
    public override string? SkipReason => CanMount.Value ? null : "This system does not let tests mount a small disk (unshare --map-root-user --mount).";

    private static bool Try()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "unshare", ["--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"])
            { UseShellExecute = false, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
