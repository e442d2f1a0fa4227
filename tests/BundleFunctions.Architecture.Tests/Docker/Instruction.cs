namespace BundleFunctions.Architecture.Tests.Docker;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Line">The line that it begins at, from 1.</param>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Text">The rest, its continued lines joined.</param>
/// <param name="IsExplained">Whether a comment stands right above it.</param>
internal sealed record Instruction(int Line, string Name, string Text, bool IsExplained)
{
    public string[] Words => Text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The instructions of a text, in order.</summary>
    public static IReadOnlyList<Instruction> Read(string text)
    {
        var instructions = new List<Instruction>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var explained = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                explained = line.Length > 0;
                continue;
            }

            var first = i;
            while (line.EndsWith('\\'))
            {
                i++;
                line = $"{line[..^1].TrimEnd()} {lines[i].Trim()}";
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            instructions.Add(new Instruction(first + 1, line[..space].ToUpperInvariant(), line[(space + 1)..].Trim(), explained));
            explained = false;
        }

        return instructions;
    }
}
