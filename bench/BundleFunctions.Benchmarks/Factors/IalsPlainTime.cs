using System.Globalization;
using BundleFunctions.Training.Tests.Models.Factorisation;

namespace BundleFunctions.Benchmarks.Factors;

/// <summary>The same by the plain reference of the tests: scalar loops in doubles, one thread. Usage: ials-plain FOLDER ITEMS EPOCHS.</summary>
internal static class IalsPlainTime
{
    public static int Run(string[] args)
    {
        var rows = FactorData.Read(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        var plain = new PlainIals(rows, IalsTime.Options, seed: 1);
        var losses = new List<double>();
        var seconds = new List<double>();
        for (var epoch = int.Parse(args[2], CultureInfo.InvariantCulture); epoch > 0; epoch--)
        {
            seconds.Add(Measured.CpuSeconds(plain.Epoch));
            losses.Add(plain.Loss());
        }

        seconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds[seconds.Count / 2]:F2}\t{Measured.PeakMebibytes():F0}\t{losses[0]:F8}\t{losses[^1]:F8}"));
        return 0;
    }
}
