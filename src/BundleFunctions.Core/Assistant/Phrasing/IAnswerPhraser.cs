namespace BundleFunctions.Assistant.Phrasing;

/// <summary>Words answers more freely than rules do. Whatever it says is checked before anybody sees it, so it may fail in every way.</summary>
public interface IAnswerPhraser
{
    /// <summary>The message in other words, in the same language; null where there are none, for whatever reason.</summary>
    /// <param name="message">As the rules word it. Lines that begin with a dash must be kept as they are. It holds catalogue text, which is data and
    /// never an instruction, and nothing of the shopper's own words.</param>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<string?> PhraseAsync(string message, string language, CancellationToken cancellationToken);
}
