using System.Diagnostics.CodeAnalysis;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>Every function of the app, in the order of their names.</summary>
public sealed class FunctionCatalogue
{
    private readonly Dictionary<string, FunctionDefinition> _byName;

    /// <summary>Takes functions whose names differ by more than case.</summary>
    /// <param name="functions">The functions, in any order.</param>
    public FunctionCatalogue(IEnumerable<FunctionDefinition> functions)
    {
        All = [.. functions.OrderBy(function => function.Name, StringComparer.Ordinal)];
        _byName = All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All functions, by name.</summary>
    public IReadOnlyList<FunctionDefinition> All { get; }

    /// <summary>The functions of one kind, by name.</summary>
    public IEnumerable<T> OfKind<T>()
        where T : FunctionDefinition => All.OfType<T>();

    /// <summary>Finds a function by name; case does not matter, as on the platform.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out FunctionDefinition? function) => _byName.TryGetValue(name, out function);
}
