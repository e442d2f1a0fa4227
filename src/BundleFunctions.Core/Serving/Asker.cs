using System.Runtime.InteropServices;

namespace BundleFunctions.Serving;

/// <summary>Who asks, as the shop names them; goes no further than <see cref="AnswerContextMaker"/>.</summary>
/// <param name="VisitorId">The device or browser.</param>
/// <param name="UserId">The signed-in person.</param>
/// <param name="SessionId">The visit.</param>
/// <param name="Channel">The sales channel.</param>
/// <param name="Segment">The group of customers.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Asker(string? VisitorId, string? UserId, string? SessionId, string? Channel, string? Segment)
{
    /// <summary>Longest identifier of a person or visit, in characters.</summary>
    public const int MaxIdLength = 256;

    /// <summary>Longest channel or segment, in characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>Whether nothing is told: then the answer is the same for everybody.</summary>
    public bool IsUntold => VisitorId is null && UserId is null && SessionId is null && Channel is null && Segment is null;

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Find("visitorId", VisitorId, MaxIdLength) ?? Find("userId", UserId, MaxIdLength) ?? Find("sessionId", SessionId, MaxIdLength)
        ?? Find("channel", Channel, MaxNameLength) ?? Find("segment", Segment, MaxNameLength);

    private static string? Find(string name, string? value, int maxLength) =>
        value is null || Identifier.IsOpaque(value, maxLength) ? null : $"{name} is no name; expected 1..{maxLength} characters, none of them a control character.";
}
