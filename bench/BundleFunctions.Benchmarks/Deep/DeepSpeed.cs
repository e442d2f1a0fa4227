using System.Diagnostics;
using System.Globalization;
using BundleFunctions.Onnx;
using BundleFunctions.Scoring;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>How fast a network of the trainer ranks on one thread: one session at a time, and in batches.</summary>
internal static class DeepSpeed
{
    private const int Calls = 2000;
    private const int Batch = 32;
    private const int Batches = 100;

    /// <summary>Usage: deep-speed MODEL.ONNX... Prints a line of a table for each: its bytes, p50 and p99 of one ranking in ms of the clock and in
    /// ms of the processor (which other work on the machine does not lengthen), p99 of as much bare arithmetic by the clock (which it lengthens
    /// alike), and sequences a processor second in batches.</summary>
    public static int Run(string[] args)
    {
        Console.WriteLine("| network | items | length | bytes | p50, ms | p99, ms | p50, CPU ms | p99, CPU ms | p99 of bare arithmetic, ms | sequences a CPU second |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var path in args)
        {
            Console.WriteLine(Measure(path));
        }

        return 0;
    }

    private static string Measure(string path)
    {
        using var network = new OnnxRuntime().Load(File.ReadAllBytes(path), threads: 1);
        var (length, items) = (network.Inputs[0].Width, network.Outputs[0].Width);
        using var single = network.NewCall(1);
        var (times, processor) = (new double[Calls], new double[Calls]);
        var best = new float[10];
        for (var i = -200; i < Calls; i++)
        {
            Fill(network, single, items, i);
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            single.Run();
            Top(single.Output(0), best);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                processor[i] = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        Array.Sort(processor);
        var arithmetic = Arithmetic(processor[Calls / 2]);
        using var many = network.NewCall(Batch);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Batches; i++)
        {
            Fill(network, many, items, i);
            many.Run();
            for (var row = 0; row < Batch; row++)
            {
                Top(many.Output(0).Slice(row * items, items), best);
            }
        }

        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))} | {items} | {length} | {new FileInfo(path).Length} | {times[Calls / 2]:F2} | {times[Calls * 99 / 100]:F2} | {processor[Calls / 2]:F2} | {processor[Calls * 99 / 100]:F2} | {arithmetic:F2} | {Batches * Batch / seconds:F0} |");
    }

    // Clock's p99 of work that takes so many ms of the processor and waits for nothing.
    private static double Arithmetic(double milliseconds)
    {
        var (rounds, state) = (1000L, 1UL);
        for (var used = 0.0; used < milliseconds; rounds = used < milliseconds ? rounds * 5 / 4 : rounds)
        {
            var before = Environment.CpuUsage.TotalTime;
            state = Turn(state, rounds);
            used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        var times = new double[Calls];
        for (var i = 0; i < Calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            state = Turn(state, rounds);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        GC.KeepAlive(state);
        Array.Sort(times);
        return times[Calls * 99 / 100];
    }

    private static ulong Turn(ulong state, long rounds)
    {
        for (var i = 0L; i < rounds; i++)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        }

        return state;
    }

    private static void Fill(TensorModel network, TensorCall call, int items, int seed)
    {
        for (var input = 0; input < network.Inputs.Count; input++)
        {
            var values = call.Longs(input);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = 1 + (((i * 7919L) + (seed * 104_729L) + 1_000_003) % (input == 0 ? items : 4));
            }
        }
    }

    // Nearly every score fails the first comparison.
    private static void Top(ReadOnlySpan<float> scores, float[] best)
    {
        Array.Fill(best, float.NegativeInfinity);
        foreach (var score in scores)
        {
            if (score > best[^1])
            {
                var place = best.Length - 1;
                for (; place > 0 && best[place - 1] < score; place--)
                {
                    best[place] = best[place - 1];
                }

                best[place] = score;
            }
        }
    }
}
