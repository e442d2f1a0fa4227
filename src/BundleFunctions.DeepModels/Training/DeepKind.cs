namespace BundleFunctions.DeepModels.Training;

/// <summary>A kind of deep model that the trainer knows.</summary>
/// <param name="Name">Its name, there and here.</param>
/// <param name="About">What it is, in one line.</param>
/// <param name="Complexity">Orders models by simplicity, the simpler lower; all are less simple than any classical one.</param>
public sealed record DeepKind(string Name, string About, int Complexity)
{
    /// <summary>Whether it needs the catalogue's texts.</summary>
    public bool ReadsTexts { get; init; }

    /// <summary>Whether it learns from associations of pairs.</summary>
    public bool LearnsPairs { get; init; }

    /// <summary>Whether it reads what was done in order.</summary>
    public bool ReadsSequences { get; init; }
}
