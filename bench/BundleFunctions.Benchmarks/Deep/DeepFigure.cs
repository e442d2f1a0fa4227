namespace BundleFunctions.Benchmarks.Deep;

/// <summary>How a model did on a task: a line of <c>bench/deep/figures.ndjson</c>.</summary>
/// <param name="Gain">Hit rate@10 less TF-IDF's on the same cases, where texts are all that is known; else null.</param>
internal sealed record DeepFigure(
    string Task, string Model, int Cases, string HitRate10, string Ndcg10, string HitRate20, double TrainSeconds, double RankSeconds, string Options,
    string? Gain = null);
