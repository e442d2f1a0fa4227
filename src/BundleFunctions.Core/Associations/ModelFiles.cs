namespace BundleFunctions.Associations;

/// <summary>Names of the files of a model folder.</summary>
public static class ModelFiles
{
    /// <summary>One <see cref="ProductAssociations"/> a line, products in ordinal order, gzip.</summary>
    public const string Associations = "associations.ndjson.gz";

    /// <summary><see cref="ModelMetrics"/>.</summary>
    public const string Metrics = "metrics.json";

    /// <summary>What the model has learned, in the one file format of every kind of model.</summary>
    public const string Arrays = "model.bin";

    /// <summary>How every model did on the orders that chose the challenger, as JSON.</summary>
    public const string Validation = "validation.json";

    /// <summary>How challenger, champion and baselines did on the orders that nothing was chosen by, as JSON.</summary>
    public const string Evaluation = "evaluation.json";

    /// <summary>The same as a page.</summary>
    public const string EvaluationPage = "evaluation.html";

    /// <summary><see cref="Pricing.ElasticityTable"/>; only where purchases had prices.</summary>
    public const string Elasticities = "elasticities.json";

    /// <summary>How models did on sessions, as JSON; only where they were learned from.</summary>
    public const string SessionEvaluation = "session-evaluation.json";

    /// <summary><see cref="Scoring.SessionCard"/>; only where the model can say what comes next in a session.</summary>
    public const string SessionCard = "session.json";

    /// <summary>The ONNX network that <see cref="SessionCard"/> tells how to ask.</summary>
    public const string SessionNetwork = "session.onnx";

    /// <summary>What users with enough history are recommended, one a line, gzip; only where there are any.</summary>
    public const string Users = "users.ndjson.gz";

    /// <summary>What is known of each person, a <see cref="Profiles.UserProfile"/> a line, gzip; only where there are any.</summary>
    public const string Profiles = "profiles.ndjson.gz";

    /// <summary>The learned order of an answer's bundles, a <see cref="Ranking.BundleRanker"/>; only where one was shown to be better than the published order.</summary>
    public const string Ranker = "ranker.json";

    /// <summary>Groups of users who are alike, a <see cref="Segments.SegmentTable"/>; only where there are enough profiles.</summary>
    public const string Segments = "segments.json";

    /// <summary>How affinity becomes the chance of a purchase, an <see cref="Audiences.ResponseModel"/>; only where enough was bought to learn it.</summary>
    public const string Response = "response.json";

    /// <summary><see cref="ModelManifest"/>, written last.</summary>
    public const string Manifest = "manifest.json";
}
