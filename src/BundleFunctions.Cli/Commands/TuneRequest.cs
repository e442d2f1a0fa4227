using BundleFunctions.Training.Search;

namespace BundleFunctions.Cli.Commands;

/// <summary>What <c>bundles tune</c> is to do.</summary>
/// <param name="Model">Whose options are searched for.</param>
/// <param name="Task">What it is asked.</param>
/// <param name="ValidationShare">Share of the orders that are asked about; as many newer ones are the test's and stay unread.</param>
/// <param name="MaxCases">Most cases.</param>
/// <param name="Cut">Items that a shop shows at once.</param>
/// <param name="Threads">Threads of each training.</param>
/// <param name="Log">Where trials are kept.</param>
/// <param name="Search">How long and how it goes on.</param>
internal sealed record TuneRequest(
    TunableModel Model, EvaluationTask Task, double ValidationShare, int MaxCases, int Cut, int Threads, FileInfo Log, SearchOptions Search);
