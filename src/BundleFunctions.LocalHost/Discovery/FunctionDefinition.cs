using System.Reflection;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>A function as its attributes describe it.</summary>
/// <param name="Name">The name under which the host, its routes and its records know it.</param>
/// <param name="Method">The method that runs; an instance method of a class made per invocation.</param>
/// <param name="Trigger">The parameter that carries the trigger attribute.</param>
public abstract record FunctionDefinition(string Name, MethodInfo Method, ParameterInfo Trigger)
{
    /// <summary>The class that is constructed, with its dependencies, for each invocation.</summary>
    public Type InstanceType => Method.DeclaringType!;
}
