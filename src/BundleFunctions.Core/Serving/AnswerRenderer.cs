using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.Serving;

/// <summary>Answers to bytes.</summary>
public static class AnswerRenderer
{
    /// <param name="answer">The answer.</param>
    /// <param name="isPersonal">Whether it is for the asker alone.</param>
    /// <param name="isKept">Whether it will be given out again.</param>
    public static RenderedAnswer Render(BundleAnswer answer, bool isPersonal = false, bool isKept = false)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.BundleAnswer);
        return new RenderedAnswer(body, TagOf(body), answer.Stale is null && answer.Reason is null, isPersonal, isKept);
    }

    /// <summary>Bytes that are the same for everybody and never change.</summary>
    public static RenderedAnswer Render(byte[] body) => new(body, TagOf(body), cacheable: true, isPersonal: false, isKept: true);

    private static string TagOf(byte[] body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
}
