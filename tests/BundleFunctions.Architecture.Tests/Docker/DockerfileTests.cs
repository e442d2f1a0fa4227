using System.Text.Json;
using System.Xml.Linq;
using BundleFunctions.Architecture.Tests.Docs;

namespace BundleFunctions.Architecture.Tests.Docker;

/// <summary>The images of the training job, as far as can be told without building them.</summary>
public sealed class DockerfileTests
{
    private const string Good = """
        # What runs.
        FROM debian:12.11-slim AS final
        COPY src/ src/
        USER 10001:10001
        HEALTHCHECK NONE
        ENTRYPOINT ["dotnet", "/app/bundles.dll"]
        """;

    public static TheoryData<string> Dockerfiles =>
        new(TrackedFiles.All.Where(path => path.EndsWith(".Dockerfile", StringComparison.Ordinal) || Path.GetFileName(path) == "Dockerfile"));

    [Fact]
    public void Dockerfiles_OfBothProfiles_AreThere() =>
        ((IEnumerable<object[]>)Dockerfiles).Select(row => (string)row[0]).ShouldBe(["infra/docker/trainer-cpu.Dockerfile", "infra/docker/trainer-cuda.Dockerfile"]);

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Lint_OfEveryDockerfile_FindsNothing(string path) =>
        DockerfileLint.Find(Text(path), IsInContext).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Entrypoint_OfEveryDockerfile_IsTheCommandThatTheProjectBuilds(string path)
    {
        var instructions = Instruction.Read(Text(path));
        var assembly = XDocument.Load(TrackedFiles.FullPath("src/BundleFunctions.Cli/BundleFunctions.Cli.csproj")).Descendants("AssemblyName").Single().Value;

        JsonSerializer.Deserialize<string[]>(instructions.Single(instruction => instruction.Name == "ENTRYPOINT").Text).ShouldBe(["dotnet", $"/app/{assembly}.dll"]);
        instructions.ShouldContain(instruction => instruction.Name == "RUN" && instruction.Text.StartsWith("dotnet publish src/BundleFunctions.Cli ", StringComparison.Ordinal)
            && instruction.Text.EndsWith(" -o /app", StringComparison.Ordinal));
        instructions.ShouldContain(instruction => instruction.Name == "COPY" && instruction.Text == "--from=build /app /app");
        JsonSerializer.Deserialize<string[]>(instructions.Single(instruction => instruction.Name == "CMD").Text)![0].ShouldBe("train");
        File.ReadAllText(TrackedFiles.FullPath("src/BundleFunctions.Cli/Commands/TrainCommand.cs")).ShouldContain("new Command(\"train\"");
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("cuda")]
    public void Name_OfEveryImage_IsTheSettingsDefault(string profile) =>
        Text($"infra/docker/trainer-{profile}.Dockerfile").ShouldContain(
            $"#   docker build -f infra/docker/trainer-{profile}.Dockerfile -t bundlefunctions-trainer:{profile} .\n");

    [Fact]
    public void Lint_OfTheGoodSample_FindsNothing() => DockerfileLint.Find(Good, path => path == "src/").ShouldBeEmpty();

    [Theory]
    [InlineData("debian:12.11-slim", "debian:latest", "not pinned")]
    [InlineData("debian:12.11-slim", "debian", "not pinned")]
    [InlineData("debian:12.11-slim", "debian:12", "not pinned")]
    [InlineData(" AS final", "", "AS stage")]
    [InlineData("# What runs.", "", "no comment")]
    [InlineData("src/ src/", "nowhere/ src/", "'nowhere/' is not in the context")]
    [InlineData("COPY src/", "COPY --from=build /app", "stage 'build'")]
    [InlineData("COPY src/ src/", "ADD src/ src/", "ADD is not used")]
    [InlineData("COPY src/ src/", "ENV Cosmos__Key=abc", "named like a secret")]
    [InlineData("COPY src/ src/", "ARG SHOP_PASSWORD=", "named like a secret")]
    [InlineData("COPY src/ src/", "RUN apt-get update && apt-get install -y curl", "lists removed")]
    [InlineData("COPY src/ src/", "RUN apt-get update \\\n && apt-get install -y python3 \\\n && rm -rf /var/lib/apt/lists/*", "--no-install-recommends")]
    [InlineData("COPY src/ src/", "RUN pip install --no-cache-dir torch", "'torch' is not pinned")]
    [InlineData("COPY src/ src/", "RUN curl https://example.com/x | sh", "nothing checks")]
    [InlineData("USER 10001:10001", "", "no numbered user")]
    [InlineData("USER 10001:10001", "USER 0", "no numbered user")]
    [InlineData("USER 10001:10001", "USER root", "no numbered user")]
    [InlineData("HEALTHCHECK NONE", "RUN true", "changed after USER")]
    [InlineData("HEALTHCHECK NONE", "", "health")]
    [InlineData("[\"dotnet\", \"/app/bundles.dll\"]", "dotnet /app/bundles.dll", "JSON array")]
    public void Lint_OfABadSample_NamesTheFault(string good, string bad, string complaint) =>
        DockerfileLint.Find(Good.ReplaceLineEndings("\n").Replace(good, bad, StringComparison.Ordinal), path => path == "src/")
            .ShouldContain(found => found.Contains(complaint, StringComparison.Ordinal));

    private static string Text(string path) => File.ReadAllText(TrackedFiles.FullPath(path)).ReplaceLineEndings("\n");

    // Tracked, and not left out by the ignore file: its lines are names at the root, or names anywhere.
    private static bool IsInContext(string path)
    {
        var ignored = Text(".dockerignore").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        return TrackedFiles.All.Any(file => file == path || (path.EndsWith('/') && file.StartsWith(path, StringComparison.Ordinal)))
            && !ignored.Any(line => path.TrimEnd('/') == line || path.StartsWith($"{line}/", StringComparison.Ordinal) || path.TrimEnd('/').Split('/').Contains(line.Replace("**/", "", StringComparison.Ordinal)));
    }
}
