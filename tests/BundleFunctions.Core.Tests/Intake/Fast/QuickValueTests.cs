using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Fast;
using BundleFunctions.Lake;
using BundleFunctions.Security;

namespace BundleFunctions.Core.Tests.Intake.Fast;

public sealed class QuickValueTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("19.90")]
    [InlineData("1000000000")]
    [InlineData("9999999999.99999999")]
    [InlineData("0.00000001")]
    [InlineData("007.50")]
    public void TryScaled_Digits_AreWhatTheRulesRead(string text)
    {
        QuickNumber.TryScaled(Encoding.UTF8.GetBytes(text), out var scaled).ShouldBeTrue();
        FieldNumbers.TryParse(text, out var value).ShouldBeTrue();

        scaled.ShouldBe(LakeUnits.Scaled(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("0.000000001")]
    [InlineData("12345678901")]
    [InlineData("1 ")]
    public void TryScaled_AnythingElse_IsLeftToTheRules(string text) => QuickNumber.TryScaled(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void TryParse_RandomTimes_AreWhatTheRulesRead()
    {
        var random = new Random(1);
        var times = new QuickTime();
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder(string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next(1900, 2100):D4}-{random.Next(0, 14):D2}-{random.Next(0, 33):D2}T{random.Next(26):D2}:{random.Next(62):D2}:{random.Next(62):D2}"));
            text.Append(random.Next(4) switch { 0 => ".5", 1 => ".123456", 2 => $".{random.Next()}", _ => string.Empty });
            text.Append(random.Next(4) switch { 0 => "+01:00", 1 => $"-{random.Next(16):D2}:{random.Next(70):D2}", _ => "Z" });
            if (random.Next(5) == 0)
            {
                text[random.Next(text.Length)] = (char)random.Next(32, 127);
            }

            if (times.TryParse(Encoding.UTF8.GetBytes(text.ToString()), out var found))
            {
                Rfc3339.TryParse(text.ToString(), out var expected).ShouldBeTrue(text.ToString());
                found.ShouldBe(LakeUnits.Microseconds(expected), text.ToString());
                read++;
            }
        }

        read.ShouldBeGreaterThan(5000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(65)]
    public void Run_MessagesOfEveryLength_GiveTheCodesOfTheLibrary(int keyLength)
    {
        var random = new Random(keyLength);
        var key = new byte[keyLength];
        random.NextBytes(key);
        var lanes = new HmacLanes(key);
        var code = new byte[32];
        for (var length = 0; length <= HmacLanes.MaxMessage; length += HmacLanes.Lanes)
        {
            var messages = Enumerable.Range(0, HmacLanes.Lanes).Select(lane => new byte[Math.Min(length + lane, HmacLanes.MaxMessage)]).ToArray();
            for (var lane = 0; lane < messages.Length; lane++)
            {
                random.NextBytes(messages[lane]);
                lanes.Set(lane, messages[lane]);
            }

            lanes.Run();

            for (var lane = 0; lane < messages.Length; lane++)
            {
                lanes.Get(lane, code);
                code.ShouldBe(HMACSHA256.HashData(key, messages[lane]));
            }
        }
    }

    [Fact]
    public void Contains_ManyIds_TellsEachFromTheOthers()
    {
        var seen = new SeenEvents();
        for (var i = 0UL; i < 100_000; i++)
        {
            seen.Contains(FastHash.Of(BitConverter.GetBytes(i)), i, out _).ShouldBeFalse();
        }

        for (var i = 0UL; i < 100_000; i++)
        {
            seen.Contains(FastHash.Of(BitConverter.GetBytes(i)), i + (i % 2), out var differs).ShouldBeTrue();
            differs.ShouldBe(i % 2 == 1);
        }
    }
}
