using BundleFunctions.Benchmarks.Assistant;
using BundleFunctions.Benchmarks.Bundles;
using BundleFunctions.Benchmarks.Deep;
using BundleFunctions.Benchmarks.Ease;
using BundleFunctions.Benchmarks.Factors;
using BundleFunctions.Benchmarks.Lake;
using BundleFunctions.Benchmarks.Neighbours;
using BundleFunctions.Benchmarks.TrainSet;

namespace BundleFunctions.Benchmarks;

/// <summary>Every benchmark by name. Each prints one line of tab-separated figures for the script that called it.</summary>
internal static class Registry
{
    public static IReadOnlyDictionary<string, Func<string[], int>> All { get; } =
        new SortedDictionary<string, Func<string[], int>>(StringComparer.Ordinal)
        {
            ["assistant"] = AssistantSpeed.Run,
            ["bundle-generation"] = GenerationTable.Run,
            ["bundle-speed"] = BundleSpeed.Run,
            ["deep-quality"] = DeepQuality.Run,
            ["deep-speed"] = DeepSpeed.Run,
            ["deep-table"] = DeepTable.Run,
            ["ease-data"] = EaseData.Write,
            ["ease"] = EaseTime.Run,
            ["factors-data"] = FactorData.Write,
            ["ials"] = IalsTime.Run,
            ["ials-plain"] = IalsPlainTime.Run,
            ["lake-encoding"] = LakeEncoding.Run,
            ["lake-format"] = LakeFormats.Run,
            ["neighbours-data"] = BasketFiles.Write,
            ["pair-rules"] = PairRulesTime.Run,
            ["item-knn"] = ItemKnnTime.Run,
            ["train-set"] = TrainSetCost.Run,
            ["ease-train"] = EaseTrainCost.Run,
        };
}
