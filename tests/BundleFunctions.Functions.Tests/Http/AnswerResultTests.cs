using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Tests.Harness;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests.Http;

public sealed class AnswerResultTests
{
    private static readonly byte[] Body = "{}"u8.ToArray();

    [Theory]
    [InlineData("\"abc\"", 304)]
    [InlineData("W/\"abc\"", 304)]
    [InlineData("\"x\", W/\"abc\" ,\"y\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"abcd\"", 200)]
    [InlineData("abc", 200)]
    [InlineData("", 200)]
    public async Task Execute_IfNoneMatch_ComparesWeakly(string held, int expected)
    {
        var exchange = new Exchange("GET");
        exchange.Request.Headers.IfNoneMatch = held;

        await exchange.RunAsync(_ => Result(cacheable: true));

        exchange.Status.ShouldBe(expected);
        exchange.Headers.ETag.ToString().ShouldBe("\"abc\"");
        exchange.Text.ShouldBe(expected == 304 ? "" : "{}");
    }

    [Fact]
    public async Task Execute_PostWithIfNoneMatch_IsAnsweredWhole()
    {
        var exchange = new Exchange("POST");
        exchange.Request.Headers.IfNoneMatch = "*";

        (await exchange.RunAsync(_ => Result(cacheable: true, isPersonal: true))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(true, false, "public")]
    [InlineData(true, true, "private")]
    [InlineData(false, false, "no-store")]
    [InlineData(false, true, "no-store")]
    public async Task Execute_KindOfAnswer_SetsWhoMayKeepIt(bool cacheable, bool isPersonal, string expected)
    {
        var exchange = await new Exchange("GET").RunAsync(_ => Result(cacheable, isPersonal));

        exchange.Headers.CacheControl.ToString().ShouldStartWith(expected);
        exchange.Headers.Vary.ToString().ShouldBe("x-api-key");
    }

    private static Task<IResult> Result(bool cacheable, bool isPersonal = false) =>
        Task.FromResult<IResult>(new AnswerResult(new RenderedAnswer(Body, "\"abc\"", cacheable), isPersonal));
}
