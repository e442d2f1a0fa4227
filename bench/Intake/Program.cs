// One measurement a run, so that peak memory is its own. Usage: Intake data FILE EVENTS ndjson|csv, or Intake take FILE FOLDER THREADS.
using BundleFunctions.Benchmarks.Intake;

switch (args)
{
    case ["data", .. var rest]:
        return IntakeData.Write(rest);
    case ["take", .. var rest]:
        return IntakeTime.Run(rest);
    default:
        Console.Error.WriteLine("Usage: Intake data FILE EVENTS ndjson|csv, or Intake take FILE FOLDER THREADS");
        return 2;
}
