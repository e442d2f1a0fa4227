using System.Globalization;

namespace BundleFunctions.Storage.Tests;

/// <summary>The other process: the test runner loads this assembly as a library and never comes here.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["increment-blob", var root, var times]:
                await ChildWork.IncrementBlobAsync(root, int.Parse(times, CultureInfo.InvariantCulture));
                return 0;
            case ["increment-document", var file, var times]:
                await ChildWork.IncrementDocumentAsync(file, int.Parse(times, CultureInfo.InvariantCulture));
                return 0;
            case ["put-forever", var root]:
                await ChildWork.PutForeverAsync(root);
                return 0;
            case ["fill-disk", var root]:
                await ChildWork.FillDiskAsync(root);
                return 0;
            default:
                Console.Error.WriteLine("Expected increment-blob, increment-document, put-forever or fill-disk.");
                return 2;
        }
    }
}
