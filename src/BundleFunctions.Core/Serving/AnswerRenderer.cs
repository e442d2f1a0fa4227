using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.Serving;

/// <summary>Answers to bytes.</summary>
public static class AnswerRenderer
{
    public static RenderedAnswer Render(BundleAnswer answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.BundleAnswer);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        return new RenderedAnswer(body, etag, answer.Stale is null && answer.Reason is null);
    }
}
