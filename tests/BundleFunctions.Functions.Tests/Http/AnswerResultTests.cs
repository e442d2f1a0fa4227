using System.IO.Compression;
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
        exchange.Headers.Vary.ToString().ShouldBe("x-api-key, Accept-Encoding, Accept-Language, Origin");
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, GZIP;q=0.5", "gzip")]
    [InlineData("br;q=0.0,gzip;q=0", "")]
    [InlineData("deflate", "")]
    [InlineData("", "")]
    public async Task Execute_KeptAnswer_GoesInTheFormThatIsTaken(string accepted, string expected)
    {
        var body = Enumerable.Repeat((byte)' ', 5000).ToArray();
        var answer = new RenderedAnswer(body, "\"abc\"", cacheable: true, isKept: true);
        var exchange = new Exchange("GET");
        exchange.Request.Headers.AcceptEncoding = accepted;

        await exchange.RunAsync(_ => Task.FromResult<IResult>(new AnswerResult(answer)));

        exchange.Headers.ContentEncoding.ToString().ShouldBe(expected);
        var sent = exchange.Bytes;
        using var opened = new MemoryStream(sent);
        using Stream plain = expected switch
        {
            "br" => new BrotliStream(opened, CompressionMode.Decompress),
            "gzip" => new GZipStream(opened, CompressionMode.Decompress),
            _ => opened,
        };
        using var whole = new MemoryStream();
        await plain.CopyToAsync(whole);
        whole.ToArray().ShouldBe(body);
        exchange.Headers.ContentLength.ShouldBe(sent.Length);

        var again = new Exchange("GET");
        again.Request.Headers.IfNoneMatch = exchange.Headers.ETag;
        (await again.RunAsync(_ => Task.FromResult<IResult>(new AnswerResult(answer)))).Status.ShouldBe(304);
    }

    private static Task<IResult> Result(bool cacheable, bool isPersonal = false) =>
        Task.FromResult<IResult>(new AnswerResult(new RenderedAnswer(Body, "\"abc\"", cacheable), isPersonal));
}
