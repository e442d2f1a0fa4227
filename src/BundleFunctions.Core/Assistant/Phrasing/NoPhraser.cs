namespace BundleFunctions.Assistant.Phrasing;

/// <summary>Leaves the words to the rules: the default.</summary>
public sealed class NoPhraser : IAnswerPhraser
{
    /// <inheritdoc/>
    public Task<string?> PhraseAsync(string message, string language, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
