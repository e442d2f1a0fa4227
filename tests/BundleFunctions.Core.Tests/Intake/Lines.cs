namespace BundleFunctions.Core.Tests.Intake;

/// <summary>Event lines for tests.</summary>
internal static class Lines
{
    /// <summary>A purchase at a minute of 2026-02-01, which ends on the next day from minute 1440 on.</summary>
    public static string Purchase(int number, int minute = 0) =>
        $$"""{"eventId":"e{{number}}","type":"purchase","occurredAt":"{{Time(minute)}}","userId":"user-{{number % 7}}","orderId":"o{{number}}","currency":"EUR","items":[{"productId":"p{{number % 5}}","quantity":2,"unitPrice":19.90}]}""";

    public static string Join(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    private static string Time(int minute) =>
        new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
