namespace BundleFunctions.Training.Models.Rules;

/// <summary>Which of a rule's figures scores what it recommends.</summary>
public enum RuleMeasure
{
    /// <summary>How often it holds.</summary>
    Confidence,

    /// <summary>How much more often than by chance.</summary>
    Lift,

    /// <summary>In how many more rows than by chance, as a share; rules below chance recommend nothing.</summary>
    Leverage,
}
