namespace BundleFunctions.Benchmarks.Deep;

/// <summary>How a model did on a task: a line of <c>bench/deep/figures.ndjson</c>.</summary>
internal sealed record DeepFigure(
    string Task, string Model, int Cases, string HitRate10, string Ndcg10, string HitRate20, double TrainSeconds, double RankSeconds, string Options);
