using System.Globalization;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>The other process: the test runner loads this assembly as a library and never comes here.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["deliver", var root, var seed, var killAt, var moment]:
                await KillShop.DeliverAsync(root, Number(seed), Number(killAt), Enum.Parse<KillMoment>(moment));
                return 0;
            case ["long-line", var format, var megabytes]:
                await LargeWork.ReadLongLineAsync(format, Number(megabytes));
                return 0;
            case ["large-file", var root, var megabytes]:
                await LargeWork.ReadLargeFileAsync(root, Number(megabytes));
                return 0;
            case ["full-disk", var root]:
                await DiskWork.MeetFullDiskAsync(root);
                return 0;
            default:
                await Console.Error.WriteLineAsync("Expected deliver, long-line, large-file or full-disk.");
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
