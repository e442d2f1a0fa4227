using System.Text.Json;
using BundleFunctions.Intake;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>What is asked of every report and every lake, whatever came in.</summary>
internal static class FuzzReport
{
    /// <summary>A managed heap beyond this is no flat memory.</summary>
    private const long HeapBytes = 400L * 1024 * 1024;

    public static void ShouldAddUp(IntakeReport report, string what) =>
        (report.Accepted + report.Duplicates + report.Rejected.Values.Sum()).ShouldBe(report.RecordsRead, what);

    /// <summary>Events as texts, to be compared.</summary>
    public static List<string> Texts(IEnumerable<ShopEvent> events) => [.. events.Select(shopEvent => JsonSerializer.Serialize(shopEvent, JsonSerializerOptions.Web))];

    public static void MemoryShouldBeFlat(string what) => GC.GetTotalMemory(forceFullCollection: false).ShouldBeLessThan(HeapBytes, what);

    /// <summary>One line for what came of a batch, where a file for it is named.</summary>
    public static void Note(string batch, IEnumerable<Rejection> rejects, IEnumerable<string> events)
    {
        if (Sizes.FuzzDigests is { } file)
        {
            var text = string.Join('\n', rejects.Select(r => $"{r.Line} {r.Code} {r.Field}").Concat(events));
            var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
            File.AppendAllText(file, $"{batch} {digest}\n");
        }
    }
}
