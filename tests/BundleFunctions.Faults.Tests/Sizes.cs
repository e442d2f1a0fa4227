using System.Globalization;

namespace BundleFunctions.Faults.Tests;

/// <summary>How large the runs are: small by default, as large as the environment says.</summary>
internal static class Sizes
{
    /// <summary>Mutated lines, <c>BUNDLES_FUZZ_LINES</c>.</summary>
    public static int FuzzLines => Read("BUNDLES_FUZZ_LINES", 12_000);

    /// <summary>Mutated files, <c>BUNDLES_FUZZ_FILES</c>.</summary>
    public static int FuzzFiles => Read("BUNDLES_FUZZ_FILES", 400);

    /// <summary>Seed of both, <c>BUNDLES_FUZZ_SEED</c>.</summary>
    public static int FuzzSeed => Read("BUNDLES_FUZZ_SEED", 20261128);

    /// <summary>A file that gets one line for each batch with what came of it, to compare two versions of intake; <c>BUNDLES_FUZZ_DIGESTS</c>.</summary>
    public static string? FuzzDigests => Environment.GetEnvironmentVariable("BUNDLES_FUZZ_DIGESTS");

    /// <summary>Processes killed, <c>BUNDLES_KILLS</c>.</summary>
    public static int Kills => Read("BUNDLES_KILLS", 6);

    /// <summary>The first run of them, so that a large number can be run in slices; <c>BUNDLES_KILLS_FROM</c>.</summary>
    public static int KillsFrom => Read("BUNDLES_KILLS_FROM", 0);

    /// <summary>Megabytes of the file that is read in half as much memory, <c>BUNDLES_LARGE_MEGABYTES</c>.</summary>
    public static int LargeMegabytes => Read("BUNDLES_LARGE_MEGABYTES", 0);

    /// <summary>Lines of the file with one broken line, <c>BUNDLES_MANY_LINES</c>.</summary>
    public static int ManyLines => Read("BUNDLES_MANY_LINES", 50_000);

    /// <summary>Chance for one batch of a fuzz run.</summary>
    public static Random Random(int batch) => new(unchecked((FuzzSeed * 486187739) + batch));

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : otherwise;
}
