namespace BundleFunctions.Operations;

/// <summary>Something that an operator should mend.</summary>
/// <param name="Code">Names the kind of fault; stable, for scripts.</param>
/// <param name="Subject">The setting, store, shop or blob that it is about.</param>
/// <param name="Found">What was found, as a sentence.</param>
/// <param name="Fix">What to do about it, as a sentence.</param>
/// <param name="IsFatal">Whether the service cannot work with it; otherwise it only works worse.</param>
public sealed record Finding(string Code, string Subject, string Found, string Fix, bool IsFatal = true);
