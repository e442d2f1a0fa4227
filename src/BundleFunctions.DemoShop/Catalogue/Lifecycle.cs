using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>When models come and go: most stay, some are new, announced, seasonal or discontinued.</summary>
/// <param name="Window">When it sells, in days of the events.</param>
/// <param name="AvailableFrom">As published.</param>
/// <param name="AvailableTo">As published.</param>
/// <param name="Discontinued">As published.</param>
internal sealed record Lifecycle(SaleWindow Window, DateTimeOffset? AvailableFrom, DateTimeOffset? AvailableTo, bool Discontinued)
{
    /// <summary>Always on sale.</summary>
    public static readonly Lifecycle Staple = new(SaleWindow.Always, null, null, false);

    public static Lifecycle Draw(DemoShopOptions options, SeededRandom random)
    {
        var chance = random.NextDouble();
        var day = options.Days / 4 + random.NextInt32(Math.Max(1, options.Days / 2));
        return chance switch
        {
            < 0.03 => new(new(day, int.MaxValue), At(options, day), null, false),
            < 0.05 => new(new(int.MinValue, day - 1), At(options, -120), At(options, day), false),
            < 0.07 => new(new(int.MinValue, day), null, null, true),
            < 0.08 => new(new(int.MaxValue, int.MaxValue), At(options, 3650 + day), null, false),
            _ => Staple,
        };
    }

    private static DateTimeOffset At(DemoShopOptions options, int day)
        => new(options.FirstDay.AddDays(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
