namespace BundleFunctions.DeepModels.Training;

/// <summary>A kind of deep model that the trainer knows.</summary>
/// <param name="Trained">The trainer's name of it.</param>
/// <param name="About">What it is, in one line.</param>
/// <param name="Complexity">Orders models by simplicity, the simpler lower; all are less simple than any classical one.</param>
public sealed record DeepKind(string Trained, string About, int Complexity)
{
    /// <summary>Its name in contests, reports and answers.</summary>
    public string Name => $"{Trained}{Compression?.Suffix}";

    /// <summary>Whether it needs the catalogue's texts.</summary>
    public bool ReadsTexts { get; init; }

    /// <summary>Whether it learns from associations of pairs.</summary>
    public bool LearnsPairs { get; init; }

    /// <summary>How it is made smaller once it is trained; null where it stays as it is.</summary>
    public Compression? Compression { get; init; }

    /// <summary>The same made smaller. Where that loses nothing that can be told, it is taken before the whole one.</summary>
    internal DeepKind With(Compression compression) => this with { Compression = compression, Complexity = Complexity - 1 };
}
