namespace BundleFunctions.Planning.Alarms;

/// <summary>One finding.</summary>
/// <param name="Series">Which series, such as <c>orders</c>.</param>
/// <param name="Day">The day on which it showed.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Found">The day's value.</param>
/// <param name="Usual">What the day would usually have had.</param>
/// <param name="Score">How many times its usual wobble it was off; for a shift the sum that crossed the line.</param>
public sealed record SeriesAlarm(string Series, DateOnly Day, AlarmKind Kind, double Found, double Usual, double Score);
