namespace BundleFunctions.Sessions;

/// <summary>What came of looking for a session.</summary>
/// <param name="Session">The session; null where there is none, where its person has opted out, or where it could not be read.</param>
/// <param name="Failed">Whether it could not be read.</param>
public readonly record struct SessionLookup(LiveSession? Session, bool Failed);
