using System.Text;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Tests.Harness;

namespace BundleFunctions.Functions.Tests.Http;

public sealed class RequestBodyTests
{
    private static readonly string[] Json = ["application/json"];

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    public async Task ReadAsync_UpToTheBound_GivesEveryByte(string contentType)
    {
        var exchange = new Exchange("POST", body: new string('x', 64), contentType: contentType);

        var (body, problem) = await RequestBody.ReadAsync(exchange.Request, 64, Json, CancellationToken.None);

        problem.ShouldBeNull();
        Encoding.UTF8.GetString(body.Span).ShouldBe(new string('x', 64));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAsync_OneByteMore_IsTooLarge(bool declared)
    {
        var exchange = new Exchange("POST", body: new string('x', 65));
        exchange.Request.ContentLength = declared ? 65 : null;

        var (_, problem) = await RequestBody.ReadAsync(exchange.Request, 64, Json, CancellationToken.None);

        problem!.Status.ShouldBe(413);
        problem.Code.ShouldBe("body_too_large");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("application/jsonx")]
    public async Task ReadAsync_OtherMediaType_IsUnsupported(string? contentType)
    {
        var exchange = new Exchange("POST", body: "{}", contentType: contentType);

        var (_, problem) = await RequestBody.ReadAsync(exchange.Request, 64, Json, CancellationToken.None);

        problem!.Status.ShouldBe(415);
    }

    [Fact]
    public async Task ReadAsync_CompressedBody_IsUnsupported()
    {
        var exchange = new Exchange("POST", body: "{}");
        exchange.Request.Headers.ContentEncoding = "gzip";

        var (_, problem) = await RequestBody.ReadAsync(exchange.Request, 64, Json, CancellationToken.None);

        problem!.Status.ShouldBe(415);
        problem.Detail!.ShouldContain("Content-Encoding: gzip");
    }
}
