using System.Globalization;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Options of <see cref="ContentModel"/>.</summary>
public sealed record ContentOptions
{
    /// <summary>What each field counts, 0 or more. The defaults were chosen on bundles of two shops.</summary>
    public IReadOnlyList<KeyValuePair<ContentField, double>> Fields { get; init; } =
    [
        new(ContentField.Title, 1), new(ContentField.TitleGrams, 1), new(ContentField.Description, 0.3), new(ContentField.CategoryWords, 0.3),
        new(ContentField.Brand, 0.1), new(ContentField.Attributes, 0.1), new(ContentField.Price, 0.02),
    ];

    public TermWeighting Weighting { get; init; } = TermWeighting.TfIdf;

    /// <summary>p, 0..4: how much rare terms count beside common ones; 1 is plain TF-IDF.</summary>
    public double IdfPower { get; init; } = 1.5;

    /// <summary>k1 of BM25, 0..10: how soon repeating a term counts no more.</summary>
    public double Saturation { get; init; } = 1.2;

    /// <summary>b of BM25, 0..1: how much longer texts are held back.</summary>
    public double LengthShare { get; init; } = 0.75;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"{Weighting} p={IdfPower} k1={Saturation} b={LengthShare} {string.Join(' ', Fields.Select(Describe))}");

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Validate()
    {
        ModelOptions.Require(nameof(IdfPower), IdfPower, 0, 4);
        ModelOptions.Require(nameof(Saturation), Saturation, 0, 10);
        ModelOptions.Require(nameof(LengthShare), LengthShare, 0, 1);
        foreach (var (field, weight) in Fields)
        {
            ModelOptions.Require(field.ToString(), weight, 0, float.MaxValue);
        }
    }

    private static string Describe(KeyValuePair<ContentField, double> weighed) =>
        string.Create(CultureInfo.InvariantCulture, $"{weighed.Key}={weighed.Value}");
}
