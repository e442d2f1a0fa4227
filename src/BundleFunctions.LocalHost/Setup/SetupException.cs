namespace BundleFunctions.LocalHost.Setup;

/// <summary>The shop could not be set up; the message tells the person who ran the command what to do.</summary>
internal sealed class SetupException(string message) : Exception(message);
