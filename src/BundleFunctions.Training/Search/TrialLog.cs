using System.Text.Json;

namespace BundleFunctions.Training.Search;

/// <summary>A file of trials, a JSON line each, the first line naming the search. Safe to end at any moment: a line that was not written whole
/// is dropped, and its trial made again.</summary>
/// <param name="path">The file; made where it is missing.</param>
public sealed class TrialLog(string path)
{
    /// <summary>Reads the trials made so far, and starts the log where there are none.</summary>
    /// <exception cref="InvalidDataException">The log is of another search, or a line is not what was written.</exception>
    internal List<Trial> Open(ParameterSpace space, string fingerprint)
    {
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole == 0)
        {
            File.WriteAllText(path, Line(new TrialLine(fingerprint, null, null, null, null, null, null)));
            return [];
        }

        if (whole < bytes.Length)
        {
            using var file = File.OpenWrite(path);
            file.SetLength(whole);
        }

        var lines = System.Text.Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        if (!string.Equals(lines[0].Search, fingerprint, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} holds trials of '{lines[0].Search}'; expected '{fingerprint}'. Name another file, or remove this one.");
        }

        return [.. lines.Skip(1).Select((line, i) => Trial(space, line, i))];
    }

    internal void Append(Trial trial) => File.AppendAllText(
        path, Line(new TrialLine(null, trial.Number, trial.Setting.Places, trial.Setting.Text, trial.Effort, trial.Score, trial.Failure)));

    private static string Line(TrialLine line) => JsonSerializer.Serialize(line, TrialJson.Default.TrialLine) + "\n";

    private TrialLine Parse(string text, int line)
    {
        try
        {
            return JsonSerializer.Deserialize(text, TrialJson.Default.TrialLine) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}, line {line + 1} is no JSON object: {e.Message}", e);
        }
    }

    private Trial Trial(ParameterSpace space, TrialLine line, int number) =>
        line.Number == number && line.Effort is > 0 and <= 1 && line.Places?.Count == space.Parameters.Count && line.Places.All(place => place is >= 0 and < 1)
            ? new Trial(number, space.At(line.Places), line.Effort.Value, line.Score, line.Failure)
            : throw new InvalidDataException($"{path}, line {number + 2} is not trial {number} of this search.");
}
