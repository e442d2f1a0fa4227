using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>Finds the functions of an assembly by their attributes.</summary>
public static class FunctionDiscovery
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Finds every function of an assembly.</summary>
    /// <param name="assembly">The library that holds the function classes.</param>
    /// <exception cref="FunctionDiscoveryException">A function cannot be hosted; the message names all of them.</exception>
    public static FunctionCatalogue Find(Assembly assembly) => Find(assembly.GetTypes());

    /// <summary>Finds every function of the given classes.</summary>
    /// <param name="types">The classes to look through.</param>
    /// <exception cref="FunctionDiscoveryException">A function cannot be hosted; the message names all of them.</exception>
    public static FunctionCatalogue Find(IEnumerable<Type> types)
    {
        var functions = new List<FunctionDefinition>();
        var complaints = new List<string>();
        var methods = types
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods(Everything))
            .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, Method: method));
        foreach (var (name, method) in methods)
        {
            if (name is null)
            {
                continue;
            }

            var read = TriggerReader.Read(name, method);
            if (read.Function is { } function)
            {
                functions.Add(function);
            }
            complaints.AddRange(read.Complaints);
        }

        complaints.AddRange(functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Skip(1).Any())
            .Select(same => $"{same.Key}: the name is used by {same.Count()} functions "
                + $"({string.Join(", ", same.Select(function => function.InstanceType.FullName))}); expected one."));
        return complaints.Count == 0 ? new FunctionCatalogue(functions) : throw new FunctionDiscoveryException(complaints);
    }
}
