using System.CommandLine;
using BundleFunctions.LocalHost.Setup;

// Ctrl-C is the web host's to handle: it stops taking work, finishes what runs, then ends.
return await RunCommand.Create(LocalRun.RunAsync).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
