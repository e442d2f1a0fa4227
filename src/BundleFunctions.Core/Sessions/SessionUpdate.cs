namespace BundleFunctions.Sessions;

/// <summary>What a post did to live sessions. Whatever went wrong here, the events themselves lie safe in the letterbox.</summary>
/// <param name="Updated">Sessions that hold the new events.</param>
/// <param name="Forgotten">Sessions that were deleted, because their person does not consent or has opted out.</param>
/// <param name="Skipped">Sessions left as they are, because one post named too many.</param>
/// <param name="Failed">Sessions that could not be written in time.</param>
public sealed record SessionUpdate(int Updated, int Forgotten, int Skipped, int Failed)
{
    public static SessionUpdate None { get; } = new(0, 0, 0, 0);
}
