using System.CommandLine;
using BundleFunctions.Cli;

// Ctrl-C and SIGTERM cancel the command's token; what does not end in time is ended.
return await BundlesCommand.Create(Console.Out, Console.Error, Console.OpenStandardInput)
    .Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
