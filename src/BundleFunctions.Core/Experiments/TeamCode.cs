namespace BundleFunctions.Experiments;

/// <summary>Says in a variant's name which of two rankings put each bundle of a mixed list there, so that a click can be credited from its recommendation
/// id alone. The code is the least number under which a hash of each bundle's name gives that bundle's team.</summary>
public static class TeamCode
{
    /// <summary>How the variant of a mixed answer begins.</summary>
    public const string Mixed = "mix";

    // So many bundles from the top are told exactly: about 2^n numbers are tried. Those below fall to either team alike, which favours none.
    private const int MaxBundles = 10;
    private const int MaxCode = 36 * 36 * 36 * 36;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>An experiment's part of an answer's variant, before the code.</summary>
    public static string ArmOf(string experiment) => $"{experiment}:{Mixed}";

    /// <summary>The code of a list, 1..4 of 0-9 and a-z.</summary>
    /// <param name="bundles">As they stand in the list.</param>
    /// <param name="teams">Of each, whether the first ranking put it there.</param>
    public static string Write(IReadOnlyList<BundleId> bundles, IReadOnlyList<bool> teams)
    {
        var hashes = bundles.Take(MaxBundles).Select(Hash).ToArray();
        for (var code = 0; code < MaxCode; code++)
        {
            var fits = true;
            for (var i = 0; i < hashes.Length && fits; i++)
            {
                fits = IsFirst(hashes[i], code) == teams[i];
            }

            if (fits)
            {
                return Text(code);
            }
        }

        throw new InvalidOperationException($"No code tells the teams of {hashes.Length} bundles.");
    }

    /// <summary>The row of a report in which a reaction to a bundle counts: the variant's own name, or, of a mixed answer, the ranking that put it there.</summary>
    /// <param name="arm">One experiment's part of an answer's variant.</param>
    /// <param name="bundle">The bundle.</param>
    public static string RowOf(string arm, BundleId bundle) =>
        !TryRead(arm, out var experiment, out var code) ? arm
        : code is not { } known ? ArmOf(experiment)
        : $"{ArmOf(experiment)}-{(IsFirst(Hash(bundle), known) ? "control" : "rival")}";

    /// <summary>Which ranking a click speaks for: 1 the first, -1 the second, 0 none.</summary>
    public static int CreditOf(string arm, BundleId bundle) =>
        TryRead(arm, out _, out var code) && code is { } known ? IsFirst(Hash(bundle), known) ? 1 : -1 : 0;

    /// <summary>Reads an experiment's part of an answer's variant; false where the answer was not mixed.</summary>
    public static bool TryRead(string arm, out string experiment, out int? code)
    {
        var colon = arm.IndexOf(':', StringComparison.Ordinal);
        experiment = colon < 0 ? "" : arm[..colon];
        code = null;
        var rest = arm.AsSpan(colon + 1);
        if (colon < 0 || !rest.StartsWith(Mixed))
        {
            return false;
        }

        rest = rest[Mixed.Length..];
        if (rest.Length is < 2 or > 5 || rest[0] != '-')
        {
            return rest.Length == 0;
        }

        var number = 0;
        foreach (var digit in rest[1..])
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            number = (number * 36) + value;
        }

        code = number;
        return true;
    }

    private static string Text(int code)
    {
        var text = "";
        do
        {
            text = Digits[code % 36] + text;
            code /= 36;
        }
        while (code > 0);
        return text;
    }

    // FNV-1a, then the finaliser of SplitMix64: the same on every machine.
    private static ulong Hash(BundleId bundle)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in bundle.Value)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }

    private static bool IsFirst(ulong hash, int code)
    {
        var z = unchecked(hash + ((ulong)(code + 1) * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) & 1) == 1;
    }
}
