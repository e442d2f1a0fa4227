// One measurement a run, so that peak memory is its own. Usage: Intake data FILE EVENTS ndjson|csv, Intake drop FILE FOLDER, or
// Intake take FOLDER THREADS.
using BundleFunctions.Benchmarks.Intake;

switch (args)
{
    case ["data", .. var rest]:
        return IntakeData.Write(rest);
    case ["drop", .. var rest]:
        return IntakeTime.Drop(rest);
    case ["take", .. var rest]:
        return IntakeTime.Take(rest);
    default:
        Console.Error.WriteLine("Usage: Intake data FILE EVENTS ndjson|csv, Intake drop FILE FOLDER, or Intake take FOLDER THREADS");
        return 2;
}
