// One benchmark a run, so that peak memory is its own. Usage: BundleFunctions.Benchmarks NAME [ARGUMENTS]; without a name, the list.
using BundleFunctions.Benchmarks;

if (args.Length > 0 && Registry.All.TryGetValue(args[0], out var benchmark))
{
    return benchmark(args[1..]);
}

Console.Error.WriteLine($"Benchmarks: {string.Join(", ", Registry.All.Keys)}");
return 2;
