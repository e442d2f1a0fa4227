using System.Diagnostics;
using System.Globalization;

namespace BundleFunctions.Benchmarks.TrainSet;

/// <summary>Processor and wall seconds since the last note, by stage, in the order in which they were first noted.</summary>
internal sealed class StageCosts
{
    private readonly List<(string Stage, double Cpu, double Wall)> _notes = [];
    private double _cpu = Measured.CpuSecondsSoFar();
    private long _start = Stopwatch.GetTimestamp();

    public void Note(string stage)
    {
        var cpu = Measured.CpuSecondsSoFar();
        var wall = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        _notes.Add((stage, cpu - _cpu, wall));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{stage}\t{cpu - _cpu:F2}\t{wall:F2}\t{Measured.PeakMebibytes():F0} MiB"));
        (_cpu, _start) = (cpu, Stopwatch.GetTimestamp());
    }

    public void Print()
    {
        Console.WriteLine("| stage | CPU, s | times |\n|---|---|---|");
        foreach (var stage in _notes.GroupBy(note => note.Stage, StringComparer.Ordinal).Where(stage => stage.Sum(note => note.Cpu) >= 0.05))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {stage.Key} | {stage.Sum(note => note.Cpu):F1} | {stage.Count()} |"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| all | {_notes.Sum(note => note.Cpu):F1} | |\n\nPeak memory {Measured.PeakMebibytes():F0} MiB."));
    }
}
