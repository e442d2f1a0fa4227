using System.Diagnostics;

namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>Waits for what a running host will reach.</summary>
internal static class Eventually
{
    /// <summary>Tries an assertion until it holds; the last failure is the test's.</summary>
    public static async Task HoldsAsync(TimeSpan limit, Func<Task> assertion)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (clock.Elapsed < limit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}
