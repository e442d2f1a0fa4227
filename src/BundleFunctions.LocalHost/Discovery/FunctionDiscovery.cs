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
        var methods =
            from type in types
            orderby type.FullName
            from method in type.GetMethods(Everything)
            let attribute = method.GetCustomAttribute<FunctionAttribute>()
            where attribute is not null
            select (attribute.Name, method);
        foreach (var (name, method) in methods)
        {
            var read = TriggerReader.Read(name, method);
            if (read.Function is { } function)
            {
                functions.Add(function);
            }
            complaints.AddRange(read.Complaints);
        }

        complaints.AddRange(
            from function in functions
            group function by function.Name.ToUpperInvariant() into same
            where same.Skip(1).Any()
            select $"{same.First().Name}: the name is used by {same.Count()} functions "
                + $"({string.Join(", ", same.Select(function => function.InstanceType.FullName))}); expected one.");
        return complaints.Count == 0 ? new FunctionCatalogue(functions) : throw new FunctionDiscoveryException(complaints);
    }
}
