using System.Reflection;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>A function that runs on a schedule.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="Trigger">The timer parameter.</param>
/// <param name="Schedule">The schedule as written, <c>%Setting%</c> not yet resolved.</param>
/// <param name="RunOnStartup">Whether it also runs once when the host starts.</param>
/// <param name="UseMonitor">Whether occurrences are remembered over restarts.</param>
public sealed record TimerFunction(
    string Name,
    MethodInfo Method,
    ParameterInfo Trigger,
    string Schedule,
    bool RunOnStartup,
    bool UseMonitor) : FunctionDefinition(Name, Method, Trigger);
