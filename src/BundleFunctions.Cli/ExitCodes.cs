namespace BundleFunctions.Cli;

/// <summary>What the command's exit code says.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int PartlyDone = 3;
    public const int Stopped = 130;
}
