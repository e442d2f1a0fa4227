using System.Text.Json.Serialization;
using BundleFunctions.Sessions;

namespace BundleFunctions.Feedback;

/// <summary>What became of posted events.</summary>
/// <param name="Accepted">Events that will come in at the porch.</param>
/// <param name="Duplicates">Events whose id stood earlier in the same body.</param>
/// <param name="Rejected">The others, each with its reason.</param>
/// <param name="Refusal">Why the body was refused as a whole (then nothing was accepted); null where it was read.</param>
public sealed record PostEventsResult(
    int Accepted, int Duplicates, IReadOnlyList<PostRejection> Rejected, PostRejection? Refusal = null)
{
    /// <summary>What it did to live sessions, for the log; null where none are kept.</summary>
    [JsonIgnore]
    public SessionUpdate? Sessions { get; init; }
}
