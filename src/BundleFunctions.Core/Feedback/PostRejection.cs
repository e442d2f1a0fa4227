namespace BundleFunctions.Feedback;

/// <summary>One posted event that was refused.</summary>
/// <param name="Index">Its place in the body, from 0.</param>
/// <param name="Code">One of <see cref="Intake.RejectCodes"/>.</param>
/// <param name="Message">Which field, and what was expected.</param>
public sealed record PostRejection(int Index, string Code, string Message);
