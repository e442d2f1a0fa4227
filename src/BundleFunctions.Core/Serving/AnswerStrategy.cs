using System.Text.Json.Serialization;

namespace BundleFunctions.Serving;

/// <summary>What gave an answer, so that a fallback is never silent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerStrategy>))]
public enum AnswerStrategy
{
    /// <summary>Bundles of the products that were asked for.</summary>
    [JsonStringEnumMemberName("bundle")] Bundle,

    /// <summary>Bundles for one person.</summary>
    [JsonStringEnumMemberName("personal")] Personal,

    /// <summary>The shop's best bundles, because there are none for what was asked.</summary>
    [JsonStringEnumMemberName("popular")] Popular,

    /// <summary>Bundles that a merchandiser set.</summary>
    [JsonStringEnumMemberName("rule")] Rule,
}
