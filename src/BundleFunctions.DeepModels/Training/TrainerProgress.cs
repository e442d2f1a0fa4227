using System.Text.Json;

namespace BundleFunctions.DeepModels.Training;

/// <summary>A line of the trainer's standard output.</summary>
/// <param name="Event"><c>progress</c>; others are passed over.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps there are at most.</param>
/// <param name="Loss">Mean loss of the last steps.</param>
/// <param name="SecondsLeft">Seconds to the end, at most.</param>
public sealed record TrainerProgress(string? Event, double Step, double Steps, double? Loss, double? SecondsLeft)
{
    /// <summary>Null where the line is none.</summary>
    internal static TrainerProgress? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TrainerProgressJson.Default.TrainerProgress) is { Event: "progress", Steps: > 0 } progress ? progress : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
