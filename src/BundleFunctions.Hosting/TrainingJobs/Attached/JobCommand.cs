namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>A program to start.</summary>
/// <param name="Program">Its path, or a name that is looked for on the machine's path.</param>
/// <param name="Arguments">Its arguments; no secret stands among them, for every process of the machine can read them.</param>
/// <param name="Environment">Environment variables handed over, such as those of the stores; null removes one.</param>
/// <param name="Kill">A program that ends what this one started beyond its own process; null where there is nothing.</param>
internal sealed record JobCommand(
    string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Environment, JobCommand? Kill = null);
