using System.Reflection;
using BundleFunctions.LocalHost.Blobs;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>A function that runs once for each new or changed blob whose path fits a pattern.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="Trigger">The stream parameter.</param>
/// <param name="Pattern">Which blobs start it, and which parts of their path are parameters.</param>
public sealed record BlobFunction(
    string Name,
    MethodInfo Method,
    ParameterInfo Trigger,
    BlobPathPattern Pattern) : FunctionDefinition(Name, Method, Trigger);
