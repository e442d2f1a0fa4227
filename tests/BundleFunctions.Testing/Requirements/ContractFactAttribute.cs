using Xunit;
using Xunit.Sdk;

namespace BundleFunctions.Testing;

/// <summary>A fact that is reported as skipped where its concrete class carries a <see cref="RequirementAttribute"/> that is not met.</summary>
[XunitTestCaseDiscoverer("BundleFunctions.Testing.ContractFactDiscoverer", "BundleFunctions.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute;
