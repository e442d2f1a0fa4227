using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles rejects</c>: refused lines listed, counted and exported.</summary>
internal static class RejectsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandRunner runner) => new(
        "rejects", "Shows refused records: where each stands, what was expected and what was found. docs/event-schema.md explains the codes.")
    {
        List(runner),
        Summary(runner),
        Export(runner),
    };

    private static Command List(CommandRunner runner)
    {
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 50, HelpName = "N" };
        return Make(runner, "list", "Lists refused records.", [limit], async (rejections, parsed) =>
        {
            var (shown, most) = (0, parsed.GetValue(limit));
            await foreach (var rejection in rejections)
            {
                if (shown++ == most)
                {
                    runner.Lines.Say($"There are more; --limit shows them, export writes them all.");
                    break;
                }

                runner.Lines.Say($"{rejection.File}:{rejection.Line} {rejection.Field ?? "record"} {rejection.Code}: {rejection.Reason}{(rejection.Found is null ? "" : $" Found {rejection.Found}.")}");
            }

            return ExitCodes.Done;
        });
    }

    private static Command Summary(CommandRunner runner) => Make(
        runner, "summary", "Counts refused records by code and field, and by file.", [], async (rejections, _) =>
        {
            var codes = new SortedDictionary<string, long>(StringComparer.Ordinal);
            var files = new SortedDictionary<string, long>(StringComparer.Ordinal);
            await foreach (var rejection in rejections)
            {
                var code = $"{rejection.Code} {rejection.Field ?? "record"}";
                codes[code] = codes.GetValueOrDefault(code) + 1;
                files[rejection.File] = files.GetValueOrDefault(rejection.File) + 1;
            }

            runner.Lines.Say($"{codes.Values.Sum():N0} refused records of {files.Count:N0} files");
            foreach (var (name, count) in codes.Concat(files))
            {
                runner.Lines.Say($"  {name,-50} {count:N0}");
            }

            return ExitCodes.Done;
        });

    private static Command Export(CommandRunner runner)
    {
        var output = new Option<FileInfo>("--output") { Description = "File to write, NDJSON.", HelpName = "FILE", Required = true };
        return Make(runner, "export", "Writes refused records to a file, one JSON object a line.", [output], async (rejections, parsed) =>
        {
            var count = 0L;
            await using (var file = new StreamWriter(parsed.GetValue(output)!.Create()))
            {
                await foreach (var rejection in rejections)
                {
                    await file.WriteLineAsync(JsonSerializer.Serialize(rejection, Json));
                    count++;
                }
            }

            runner.Lines.Say($"{count:N0} refused records written to {parsed.GetValue(output)!.FullName}");
            return ExitCodes.Done;
        });
    }

    private static Command Make(
        CommandRunner runner, string name, string description, Option[] options, Func<IAsyncEnumerable<Rejection>, ParseResult, Task<int>> work)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var catalogue = new Option<bool>("--catalogue") { Description = "Refused products, not events." };
        var code = new Option<string?>("--code") { Description = "Only this code.", HelpName = "CODE" };
        var file = new Option<string?>("--file") { Description = "Only blobs whose name contains this.", HelpName = "TEXT" };
        var command = new Command(name, description) { shop, data, catalogue, code, file };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, token) => work(
                services.GetRequiredService<RejectsReader>()
                    .ReadAsync(parsed.GetValue(shop), parsed.GetValue(catalogue) ? BlobLayout.Catalogue : BlobLayout.Events, token)
                    .Where(rejection => Fits(rejection, parsed.GetValue(code), parsed.GetValue(file))),
                parsed),
            cancellationToken));
        return command;
    }

    private static bool Fits(Rejection rejection, string? code, string? file) =>
        (code is null || string.Equals(rejection.Code, code, StringComparison.Ordinal))
        && (file is null || rejection.File.Contains(file, StringComparison.Ordinal));
}
