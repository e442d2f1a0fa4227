using System.CommandLine;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles keys</c>: API keys.</summary>
internal static class KeysCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var role = new Option<ApiRole>("--role")
        {
            Description = "read: ask for bundles and post events. admin: also operate the shop.",
            HelpName = "read|admin",
            Required = true,
        };
        var create = new Command("create", "Makes a key and prints it. Only its hash is kept: it cannot be shown again.") { shop, role, data };
        create.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var key = await services.GetRequiredService<ApiKeyRing>().CreateAsync(parsed.GetValue(shop), parsed.GetValue(role), token);
                runner.Lines.Say($"{key}");
                return ExitCodes.Done;
            },
            cancellationToken));
        return new Command("keys", "Manages the API keys of a shop.") { create };
    }
}
