using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BundleFunctions.Testing;

/// <summary>A test case that asks its concrete class what it requires: xunit 2 has no skip at run time.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    /// <summary>For the runner, which reads test cases back from text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialisation only")]
    public ContractTestCase()
    {
    }

    /// <summary>A case without arguments.</summary>
    public ContractTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnostics, display, options, testMethod)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute)
        ?? TestMethod.TestClass.Class.ToRuntimeType()?.GetCustomAttribute<RequirementAttribute>()?.SkipReason;
}
