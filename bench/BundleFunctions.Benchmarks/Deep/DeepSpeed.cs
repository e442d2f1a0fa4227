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

    /// <summary>Usage: deep-speed MODEL.ONNX. Prints items, length, p50 and p99 of one ranking in ms of the clock and in ms of the
    /// processor (which other work on the machine does not lengthen), and sequences a processor second in batches.</summary>
    public static int Run(string[] args)
    {
        using var network = new OnnxRuntime().Load(File.ReadAllBytes(args[0]), threads: 1);
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
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{items}\t{length}\t{times[Calls / 2]:F3}\t{times[Calls * 99 / 100]:F3}\t{processor[Calls / 2]:F3}\t{processor[Calls * 99 / 100]:F3}\t{Batches * Batch / seconds:F0}"));
        return 0;
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
