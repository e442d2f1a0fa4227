using System.Text.Json;
using BundleFunctions.Associations;

namespace BundleFunctions.Ranking;

/// <summary>A ranker as a file of a model's folder, JSON. Reading believes nothing; what it refuses, it refuses with the reason.</summary>
public static class RankerFile
{
    /// <summary>The version of the format that the code reads and writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Bytes of the largest file that is read.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Writes a ranker; equal rankers give equal bytes.</summary>
    public static void Write(BundleRanker ranker, Stream output)
    {
        var document = ranker switch
        {
            LinearRanker linear => new RankerDocument
            {
                FormatVersion = CurrentFormatVersion,
                Method = linear.Method,
                Features = linear.Features,
                Weights = linear.Weights,
                Usual = linear.Usual,
            },
            TreeRanker trees => new RankerDocument
            {
                FormatVersion = CurrentFormatVersion,
                Method = trees.Method,
                Features = trees.Features,
                Trees = trees.Trees,
                Bias = trees.Bias,
            },
            _ => throw new ArgumentException($"{ranker.GetType().Name} has no file format.", nameof(ranker)),
        };
        JsonSerializer.Serialize(output, document, RankerJson.Default.RankerDocument);
    }

    /// <summary>Reads a ranker.</summary>
    /// <param name="content">At most <see cref="MaxBytes"/> long.</param>
    /// <exception cref="InvalidModelException">It is no ranker, of another version, or one that must not be ranked by; the message says why.</exception>
    public static BundleRanker Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            throw new InvalidModelException($"{ModelFiles.Ranker} has {content.Length} bytes; expected {MaxBytes} at most.");
        }

        RankerDocument document;
        try
        {
            document = JsonSerializer.Deserialize(content, RankerJson.Default.RankerDocument) ?? throw new JsonException("it is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{ModelFiles.Ranker} is damaged: {e.Message}", e);
        }

        if (document.FormatVersion != CurrentFormatVersion)
        {
            throw new InvalidModelException(
                $"{ModelFiles.Ranker} is of format version {document.FormatVersion}; this program reads version {CurrentFormatVersion}. Train the shop again.");
        }

        try
        {
            return document switch
            {
                { Trees: { } trees, Weights: null, Usual: null } => new TreeRanker(document.Method, document.Features, trees, document.Bias ?? 0),
                { Trees: null, Bias: null, Weights: { } weights, Usual: { } usual } => new LinearRanker(document.Method, document.Features, weights, usual),
                _ => throw new InvalidModelException($"{ModelFiles.Ranker} cannot be ranked by: it has neither trees alone, nor weights with usual values alone."),
            };
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"{ModelFiles.Ranker} cannot be ranked by: {e.Message}", e);
        }
    }
}
