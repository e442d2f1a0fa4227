namespace BundleFunctions.Faults.Tests;

/// <summary>Tests that measure the memory of their process: nothing else runs in it meanwhile, for what that holds would count as theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "memory";
}
