using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Sessions;

/// <summary>How the contest on sessions ended.</summary>
/// <param name="Contest">Who won, and all figures.</param>
/// <param name="Network">The winner, trained on all sessions, where it is a network that answers them; else null.</param>
/// <param name="Products">What its item numbers stand for.</param>
internal sealed record SessionResult(ContestResult Contest, ISessionNetwork? Network, ProductIndex Products);
