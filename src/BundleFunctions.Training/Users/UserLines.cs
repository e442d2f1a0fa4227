using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BundleFunctions.Training.Users;

/// <summary>Writes <c>users.ndjson.gz</c>: a line a user, <c>{"user":"...","products":[["id",score],...],"owned":["id",...]}</c>, in ordinal order of the users.</summary>
internal static class UserLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<UserRecommendation> users, Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        foreach (var (user, products, owned) in users)
        {
            using (var json = new Utf8JsonWriter(gzip, Options))
            {
                json.WriteStartObject();
                json.WriteString("user", user.Value);
                json.WriteStartArray("products");
                foreach (var (product, score) in products)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(product.Value);
                    json.WriteNumberValue((float)score);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteStartArray("owned");
                foreach (var product in owned)
                {
                    json.WriteStringValue(product.Value);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            gzip.WriteByte((byte)'\n');
        }
    }
}
