using System.Globalization;

namespace BundleFunctions.DeepModels.Training;

/// <summary>How deep models are trained.</summary>
public sealed record DeepOptions
{
    /// <summary>Name of its section in settings.</summary>
    public const string SectionName = "Training";

    /// <summary>Interpreter with PyTorch; null where it is to be found: <c>python3</c>, then Debian's own.</summary>
    public string? Python { get; init; }

    /// <summary>Folder that holds the package <c>bundles_trainer</c>; null where it is <c>trainer</c> beside the program or in a folder above it.</summary>
    public string? Trainer { get; init; }

    /// <summary>Seconds that one training may take, 1 or more; a model that is not done is used as it is then.</summary>
    public int MaxSeconds { get; init; } = 600;

    /// <summary>Threads of the trainer, 0 or more; 0 stands for those of the training run. The last digits of what is learned depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Tokens that a model of texts tells apart, 256..65536.</summary>
    public int Vocabulary { get; init; } = 4000;

    /// <summary>Rows that there must be for deep models to be worth a run, 0 or more.</summary>
    public int MinRows { get; init; } = 2000;

    /// <summary>Whether a finished training is kept, for a week, so that smaller networks are made of it without training it again.</summary>
    public bool KeepFinished { get; init; }

    /// <summary>Options for the trainer by kind of model, each a JSON object; what is not set stays at its default.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where tensors and checkpoints lie while a model is trained; null for the system's temporary folder.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxSeconds < 1 ? $"training.maxSeconds is {MaxSeconds}; expected 1 or more."
        : Threads < 0 ? $"training.threads is {Threads}; expected 0 or more."
        : Vocabulary is < 256 or > 65536 ? $"training.vocabulary is {Vocabulary}; expected 256..65536."
        : MinRows < 0 ? $"training.minRows is {MinRows}; expected 0 or more."
        : null;

    internal string FingerprintOf(string model) => string.Create(
        CultureInfo.InvariantCulture, $"maxSeconds={MaxSeconds} vocabulary={Vocabulary} config={Config.GetValueOrDefault(model, "{}")}");
}
