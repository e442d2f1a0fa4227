using BundleFunctions.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>What one run of a timer function takes its arguments from.</summary>
/// <param name="Info">What the function is told about the occurrence.</param>
/// <param name="Cancellation">Cancelled when the run may not go on.</param>
internal sealed record TimerInvocation(TimerInfo Info, CancellationToken Cancellation) : IInvocation;
