using System.CommandLine;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy profile</c>: what the newest model knows of a person.</summary>
internal static class ProfileCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var user = new Option<string>("--user-id") { Description = "A user id as the shop sends it.", HelpName = "ID", Required = true };
        var command = new Command("profile", "Shows what the newest model knows of a person: interests, price level, last products, how often the person orders.") { shop, user, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var (blobs, id) = (services.GetRequiredService<IBlobStore>(), parsed.GetValue(shop));
                var names = services.GetRequiredService<Pseudonymizer>().CreateAll(PseudonymKind.User, id, parsed.GetValue(user)!);
                var model = await services.GetRequiredService<ModelReader>().FindNewestAsync(id, token);
                if (model is null || await new ProfileFiles(blobs).FindAsync(model, names, token) is not { } profile)
                {
                    runner.Lines.Say($"There is no profile of this person.");
                    return ExitCodes.Failed;
                }

                Print(runner.Lines, profile);
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static void Print(ConsoleLines lines, UserProfile profile)
    {
        lines.Say($"orders         {profile.Orders:N0}");
        lines.Say($"last order     {profile.LastOrder:yyyy-MM-dd}");
        lines.Say($"last seen      {profile.LastSeen:yyyy-MM-dd}");
        lines.Say($"cadence        {profile.CadenceDays:F1} days");
        lines.Say($"price level    {profile.PriceLevel:F2}");
        foreach (var interest in profile.Categories)
        {
            lines.Say($"category       {interest.Share:P0} {interest.Name}");
        }

        foreach (var interest in profile.Brands)
        {
            lines.Say($"brand          {interest.Share:P0} {interest.Name}");
        }

        lines.Say($"last products  {string.Join(", ", profile.LastProducts)}");
    }
}
