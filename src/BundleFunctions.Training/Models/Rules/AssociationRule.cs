namespace BundleFunctions.Training.Models.Rules;

/// <summary>Rows that hold the antecedent hold the consequent too.</summary>
/// <param name="Antecedent">Items, ascending, at least one.</param>
/// <param name="Consequent">Other items, ascending, at least one.</param>
/// <param name="Together">Rows that hold all of both.</param>
/// <param name="AntecedentRows">Rows that hold the antecedent.</param>
/// <param name="ConsequentRows">Rows that hold the consequent.</param>
/// <param name="Rows">All rows.</param>
public sealed record AssociationRule(int[] Antecedent, int[] Consequent, int Together, int AntecedentRows, int ConsequentRows, int Rows)
{
    /// <summary>Share of all rows that hold both, 0..1.</summary>
    public double Support => (double)Together / Rows;

    /// <summary>Share of the antecedent's rows that hold the consequent, 0..1. Agrawal, Imielinski, Swami 1993.</summary>
    public double Confidence => (double)Together / AntecedentRows;

    /// <summary>How many times as often as if they were independent. Brin et al. 1997.</summary>
    public double Lift => (double)Together * Rows / ((double)AntecedentRows * ConsequentRows);

    /// <summary>Support beyond that of independent ones, -0.25..0.25. Piatetsky-Shapiro 1991.</summary>
    public double Leverage => Support - ((double)AntecedentRows / Rows * ConsequentRows / Rows);

    /// <summary>How many times as often the rule would fail if they were independent: (1 - support of consequent) / (1 - confidence);
    /// infinite where it never fails. Brin et al. 1997.</summary>
    public double Conviction => Together == AntecedentRows
        ? double.PositiveInfinity
        : (1 - ((double)ConsequentRows / Rows)) * AntecedentRows / (AntecedentRows - Together);
}
