using System.CommandLine;
using BundleFunctions.Audiences;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles audience</c>: whom to offer a bundle or a product.</summary>
internal static class AudienceCommand
{
    private const int DefaultLimit = 1000;

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var bundle = new Option<string?>("--bundle") { Description = "A bundle that is served, by its id.", HelpName = "ID" };
        var product = new Option<string?>("--product") { Description = "A product of the catalogue, one that nobody has bought yet too.", HelpName = "ID" };
        var limit = new Option<int>("--limit") { Description = "Users at most, the likeliest.", HelpName = "USERS", DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000_000)
            {
                result.AddError("--limit: expected 1..10000000.");
            }
        });
        var output = new Option<FileInfo?>("--output")
        {
            Description = "Where to write the users' pseudonyms and what is expected of each: a name that ends in .csv or .ndjson says how.",
            HelpName = "FILE",
        };
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && WriterOf(file) is null)
            {
                result.AddError($"--output: '{file.Name}' ends in '{file.Extension}'; expected .csv or .ndjson.");
            }
        });
        var command = new Command("audience", "Finds whom to offer a bundle or a product: without those who opted out, were erased, refuse personalisation or own it.")
        {
            shop, bundle, product, limit, output, data,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(bundle) is null == result.GetValue(product) is null)
            {
                result.AddError("Expected --bundle or --product, one of them.");
            }
        });
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var finder = new AudienceFinder(services.GetRequiredService<IBlobStore>());
                var audience = await FindAsync(finder, parsed.GetValue(shop), parsed.GetValue(bundle), parsed.GetValue(product), parsed.GetValue(limit), token);
                if (parsed.GetValue(output) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, WriterOf(file)!(audience), token);
                }

                Print(runner.Lines, audience);
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static async Task<Audience> FindAsync(AudienceFinder finder, ShopId shop, string? bundle, string? product, int limit, CancellationToken cancellationToken)
    {
        if (bundle is not null)
        {
            return BundleId.TryParse(bundle, out var known) && await finder.FindAsync(shop, known, limit, cancellationToken) is { } found ? found
                : throw new InvalidDataException($"--bundle: '{bundle}' is none that shop {shop} serves, or a product of it is no longer in the catalogue.");
        }

        return ProductId.TryParse(product, out var id) && await finder.FindAsync(shop, id, limit, cancellationToken) is { } audience ? audience
            : throw new InvalidDataException($"--product: '{product}' is not in the catalogue of shop {shop}.");
    }

    private static Func<Audience, string>? WriterOf(FileInfo file) => file.Extension.ToUpperInvariant() switch
    {
        ".CSV" => AudienceText.Csv,
        ".NDJSON" => AudienceText.Ndjson,
        _ => null,
    };

    private static void Print(ConsoleLines lines, Audience audience)
    {
        lines.Say($"offer         {audience.Offer}{(audience.IsFresh ? " (new: judged by what is alike)" : "")}");
        lines.Say($"users         {audience.Members.Count:N0} of {audience.Candidates:N0}; {audience.Owners:N0} own it, {audience.WithoutConsent:N0} refuse personalisation");
        lines.Say($"expected      {audience.Responses:N1} of them take it within {ResponseModel.Days} days");
        foreach (var segment in audience.Members.GroupBy(member => member.Segment ?? "(none)", StringComparer.Ordinal).OrderByDescending(group => group.Sum(member => member.ExpectedResponse)))
        {
            lines.Say($"  {segment.Count(),8:N0} users, {segment.Sum(member => member.ExpectedResponse),8:N1} expected: {segment.Key}");
        }
    }
}
