using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Feedback;

/// <summary>Makes and reads the ids that name answers in feedback: <c>r1.shop.page.generation.variant.rule.propensity.discount.bucket.question.mac</c>.
/// An answer whose discount was drawn is <c>r2</c>, with that draw's propensity before the question. Equal stamps have equal ids, so that answers can be cached; nobody without the key can make one, so that nobody is credited for made-up ones.</summary>
/// <remarks>The mac is the first 96 bits of HMAC-SHA256 (RFC 2104) over all before it, under a key of the shop's own, which is itself the HMAC of the
/// shop's id under the deployment's secret. Safe for many threads.</remarks>
public sealed class RecommendationIds
{
    /// <summary>The least length of the secret, in bytes: that of the hash.</summary>
    public const int MinSecretLength = 32;

    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 256;

    /// <summary>The longest variant, in characters: two experiments with their variants.</summary>
    public const int MaxVariantLength = 56;

    private const string Version = "r1";
    private const string DrawnVersion = "r2";
    private const string None = "-";
    private const int MacBytes = 12;
    private const int Fields = 10;

    private readonly byte[][] _secrets;

    /// <param name="secret">At least <see cref="MinSecretLength"/> random bytes, the same in every host of the deployment.</param>
    /// <exception cref="ArgumentException">The secret is shorter.</exception>
    public RecommendationIds(ReadOnlySpan<byte> secret)
        : this([secret.ToArray()])
    {
    }

    /// <param name="secrets">One or more such secrets: ids are made under the first, and read under each.</param>
    /// <exception cref="ArgumentException">There is none, or one is shorter.</exception>
    public RecommendationIds(IReadOnlyList<byte[]> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length < MinSecretLength)
            {
                throw new ArgumentException($"The secret has {secret.Length} bytes; expected {MinSecretLength} or more.", nameof(secrets));
            }
        }

        _secrets = secrets.Count > 0 ? [.. secrets] : throw new ArgumentException("There is no secret; expected one or more.", nameof(secrets));
    }

    /// <summary>The id of an answer.</summary>
    /// <exception cref="ArgumentException">A part of the stamp breaks its rules.</exception>
    public string Create(ShopId shop, RecommendationStamp stamp)
    {
        if (!Identifier.IsSlug(stamp.Page, 16) || !IsVariant(stamp.Variant) || !Identifier.IsSlug(stamp.Question, 32)
            || !(stamp.Propensity is > 0 and <= 1) || !(stamp.DiscountPropensity is > 0 and <= 1) || !(stamp.DiscountShare is >= 0 and <= 1) || stamp.Bucket < 0)
        {
            throw new ArgumentException($"'{stamp}' is no stamp.", nameof(stamp));
        }

        var rule = stamp.Rule is null ? None : Identifier.IsSlug(stamp.Rule, 32) ? stamp.Rule : Digest(stamp.Rule, 4);
        var drawn = stamp.DiscountPropensity < 1 ? string.Create(CultureInfo.InvariantCulture, $"{Thousandths(stamp.DiscountPropensity)}.") : "";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(drawn.Length > 0 ? DrawnVersion : Version)}.{Digest(shop.Value, 4)}.{stamp.Page}.{stamp.Generation?.Value ?? None}.{stamp.Variant}.{rule}.{Thousandths(stamp.Propensity)}.{Math.Round(stamp.DiscountShare * 100)}.{stamp.Bucket}.{drawn}{stamp.Question}");
        return $"{text}.{Mac(_secrets[0], shop, text)}";
    }

    /// <summary>Reads an id that an event of the shop carries.</summary>
    /// <param name="shop">Whose event it is.</param>
    /// <param name="id">Any text.</param>
    /// <param name="stamp">What it says; null where it is not <see cref="RecommendationIdStatus.Valid"/>.</param>
    public RecommendationIdStatus Read(ShopId shop, string id, out RecommendationStamp? stamp)
    {
        stamp = null;
        if (id.Length > MaxLength || id.LastIndexOf('.') is var end && end < 0)
        {
            return RecommendationIdStatus.Unknown;
        }

        var parts = id[..end].Split('.');
        if (!(parts.Length == Fields && string.Equals(parts[0], Version, StringComparison.Ordinal))
            && !(parts.Length == Fields + 1 && string.Equals(parts[0], DrawnVersion, StringComparison.Ordinal)))
        {
            return RecommendationIdStatus.Unknown;
        }

        if (!string.Equals(parts[1], Digest(shop.Value, 4), StringComparison.Ordinal))
        {
            return RecommendationIdStatus.Foreign;
        }

        var (text, presented) = (id[..end], Encoding.UTF8.GetBytes(id[(end + 1)..]));
        var genuine = Array.Exists(_secrets, secret => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(secret, shop, text)), presented));
        stamp = genuine ? Parse(parts) : null;
        return genuine ? RecommendationIdStatus.Valid : RecommendationIdStatus.Forged;
    }

    /// <summary>Names a question: the first 64 bits of the SHA-256 of its parts.</summary>
    public static string NameQuestion(IReadOnlyList<ProductId> products, int limit, int maxItems, string? more = null)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{limit}\n{maxItems}\n{more}");
        foreach (var product in products)
        {
            text.Append('\n').Append(product.Value);
        }

        return Digest(text.ToString(), 8);
    }

    private static RecommendationStamp Parse(string[] parts) => new(
        parts[2],
        string.Equals(parts[3], None, StringComparison.Ordinal) ? null : Identifier.Parse<GenerationId>(parts[3]),
        parts[^1])
    {
        Variant = parts[4],
        Rule = string.Equals(parts[5], None, StringComparison.Ordinal) ? null : parts[5],
        Propensity = int.Parse(parts[6], CultureInfo.InvariantCulture) / 1000.0,
        DiscountShare = int.Parse(parts[7], CultureInfo.InvariantCulture) / 100.0,
        Bucket = long.Parse(parts[8], CultureInfo.InvariantCulture),
        DiscountPropensity = parts.Length == Fields ? 1 : int.Parse(parts[9], CultureInfo.InvariantCulture) / 1000.0,
    };

    private static int Thousandths(double share) => (int)Math.Max(1, Math.Round(share * 1000));

    private static bool IsVariant(string text) =>
        text.Length is >= 1 and <= MaxVariantLength && text.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-:+") < 0;

    private static string Mac(byte[] secret, ShopId shop, string text)
    {
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"recommendation|{shop}"), key);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), mac);
        return Base64Url.EncodeToString(mac[..MacBytes]);
    }

    private static string Digest(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
