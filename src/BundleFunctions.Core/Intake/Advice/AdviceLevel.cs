namespace BundleFunctions.Intake.Advice;

/// <summary>Whether there is enough of something.</summary>
public enum AdviceLevel
{
    /// <summary>There is.</summary>
    Enough,

    /// <summary>It works, and more would make it better.</summary>
    Low,

    /// <summary>Too little for what it is needed for.</summary>
    TooLittle,
}
