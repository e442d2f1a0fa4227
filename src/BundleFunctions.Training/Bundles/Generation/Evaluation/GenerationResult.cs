namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>How well one bundler did.</summary>
/// <param name="Name">The bundler.</param>
/// <param name="ExactF1">F1 of exact matches.</param>
/// <param name="Jaccard">Best-match Jaccard similarity.</param>
/// <param name="PairF1">F1 of pairs in one bundle.</param>
/// <param name="BehindExactF1">How far it is behind the first bundler, paired by session.</param>
/// <param name="BehindPairF1">How far it is behind the first bundler, paired by session.</param>
public sealed record GenerationResult(
    string Name,
    FigureWithInterval ExactF1,
    FigureWithInterval Jaccard,
    FigureWithInterval PairF1,
    FigureWithInterval BehindExactF1,
    FigureWithInterval BehindPairF1);
