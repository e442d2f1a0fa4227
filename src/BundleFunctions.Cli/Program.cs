using System.CommandLine;
using BundleFunctions.Cli;

// Ctrl-C and SIGTERM cancel the command's token; what does not end in time is ended.
var parsed = BundlesCommand.Create(Console.Out, Console.Error, Console.OpenStandardInput).Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
return exitCode == ExitCodes.Failed && parsed.Errors.Count > 0 ? ExitCodes.WrongUse : exitCode;
