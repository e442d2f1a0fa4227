using System.Globalization;

namespace BundleFunctions.Training.Models.CoOccurrence;

/// <summary>How co-occurrence as a recommender is trained.</summary>
public sealed record CoOccurrenceOptions
{
    /// <summary>The measure.</summary>
    public AssociationMeasure Measure { get; init; } = AssociationMeasure.Cosine;

    /// <summary>Neighbours kept for one item, 1..1000.</summary>
    public int Neighbours { get; init; } = 50;

    /// <summary>Rows that must hold a pair, 1 or more.</summary>
    public int MinCount { get; init; } = 1;

    /// <summary>h in <c>measure x n_ab / (n_ab + h)</c>: pairs seen less than h times count for less than half; 0 or more.</summary>
    public double Shrinkage { get; init; }

    /// <summary>Days in which a row's weight halves, counted back from the newest row; 0 lets all weigh the same.</summary>
    public double HalfLifeDays { get; init; }

    /// <summary>Rows of one user that count, the newest; 0 sets no bound. Reads <see cref="TrainingData.Users"/>.</summary>
    public int MaxRowsPerUser { get; init; }

    /// <summary>Different users that must have held a pair, 1 or more; rows of unknown users each count as one.</summary>
    public int MinUsers { get; init; } = 1;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Enum.IsDefined(Measure) ? $"coOccurrence.measure is {(int)Measure}; expected one of {string.Join(", ", Enum.GetNames<AssociationMeasure>())}."
        : Neighbours is < 1 or > 1000 ? $"coOccurrence.neighbours is {Neighbours}; expected 1..1000."
        : MinCount < 1 ? $"coOccurrence.minCount is {MinCount}; expected 1 or more."
        : !(Shrinkage >= 0 && double.IsFinite(Shrinkage)) ? $"coOccurrence.shrinkage is {Shrinkage.ToString(CultureInfo.InvariantCulture)}; expected 0 or more."
        : !(HalfLifeDays >= 0 && double.IsFinite(HalfLifeDays)) ? $"coOccurrence.halfLifeDays is {HalfLifeDays.ToString(CultureInfo.InvariantCulture)}; expected 0 or more."
        : MaxRowsPerUser < 0 ? $"coOccurrence.maxRowsPerUser is {MaxRowsPerUser}; expected 0 or more."
        : MinUsers < 1 ? $"coOccurrence.minUsers is {MinUsers}; expected 1 or more."
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"measure={Measure} neighbours={Neighbours} minCount={MinCount} shrinkage={Shrinkage:R} halfLifeDays={HalfLifeDays:R} maxRowsPerUser={MaxRowsPerUser} minUsers={MinUsers}");
}
