using System.Globalization;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Options of <see cref="CategoryAffinity"/>.</summary>
public sealed record CategoryAffinityOptions
{
    /// <summary>s, 0.01..1000: how many pairs a category needs before what was seen in it outweighs chance.</summary>
    public double Prior { get; init; } = 2;

    internal string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"s={Prior}");
}
