using System.Text.Json;
using BundleFunctions.DemoShop.Dirt;

namespace BundleFunctions.DemoShop.Truth;

/// <summary>Writes the truth as one JSON document.</summary>
internal static class TruthWriter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private sealed record Document(PlantedTruth Planted, IReadOnlyList<PlantedDirt> Dirt, int DuplicateLines);

    public static byte[] Write(PlantedTruth truth, IReadOnlyList<PlantedDirt> dirt, int duplicateLines)
        => JsonSerializer.SerializeToUtf8Bytes(new Document(truth, dirt, duplicateLines), Options);
}
