namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and gives it the name by which the host knows it.</summary>
/// <param name="name">The function's name, unique within one app.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
