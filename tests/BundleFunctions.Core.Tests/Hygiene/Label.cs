namespace BundleFunctions.Core.Tests.Hygiene;

/// <summary>What an event of the labelled shop was made as.</summary>
public enum Label
{
    Honest,
    Robot,
    Test,
    Reseller,
}
