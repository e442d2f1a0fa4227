using System.Reflection;

namespace BundleFunctions.Architecture.Tests;

/// <summary>What the compiled assemblies really use, whatever the project files allow.</summary>
public sealed class AssemblyArrowTests
{
    [Fact]
    public void Core_References_OnlyTheFramework() =>
        References(typeof(ShopId).Assembly).ShouldAllBe(name => IsFramework(name));

    [Fact]
    public void Functions_References_NeitherStoresNorHosts() =>
        References(Assembly.Load("BundleFunctions.Functions"))
            .Where(name => name.StartsWith("BundleFunctions.", StringComparison.Ordinal) || name.StartsWith("Azure.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(["BundleFunctions.Core", "BundleFunctions.WorkerShim"]);

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static bool IsFramework(string name) =>
        name is "System" or "netstandard" or "mscorlib"
        || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
