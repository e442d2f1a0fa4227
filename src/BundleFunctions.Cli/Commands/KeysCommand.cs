using System.CommandLine;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles keys</c>: API keys, two of a role at most.</summary>
internal static class KeysCommand
{
    public static Command Create(CommandRunner runner) =>
        new("keys", "Manages the API keys of a shop.") { Make(runner), List(runner), Revoke(runner), Rotate(runner), RotatePseudonymsCommand.Create(runner) };

    private static Command Make(CommandRunner runner)
    {
        var (shop, data, role, label) = (CommonOptions.Shop(), CommonOptions.Data(), Role(), Label());
        var command = new Command("create", "Makes a key and prints it. Only its hash is kept: it cannot be shown again.") { shop, role, label, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, token) => IssueAsync(runner, services, parsed.GetValue(shop), parsed.GetValue(role), parsed.GetValue(label), token),
            cancellationToken));
        return command;
    }

    private static Command List(CommandRunner runner)
    {
        var (shop, data) = (CommonOptions.Shop(), CommonOptions.Data());
        var command = new Command("list", "Lists a shop's keys by id, without the secrets.") { shop, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                foreach (var key in await services.GetRequiredService<ApiKeyRing>().ListAsync(parsed.GetValue(shop), token))
                {
                    runner.Lines.Say($"{key.Id}  {key.Role,-5}  {key.CreatedAt:yyyy-MM-dd HH:mm}  {key.Label ?? "-"}");
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Revoke(CommandRunner runner)
    {
        var (shop, data, id) = (CommonOptions.Shop(), CommonOptions.Data(), Id());
        var command = new Command("revoke", "Takes a key back; every host notices within seconds.") { shop, id, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, token) => RevokeAsync(runner, services, parsed.GetValue(shop), parsed.GetValue(id)!, token),
            cancellationToken));
        return command;
    }

    private static Command Rotate(CommandRunner runner)
    {
        var (shop, data, id) = (CommonOptions.Shop(), CommonOptions.Data(), Id());
        var command = new Command(
            "rotate", "Makes a second key of the same role and prints it; the first stays good until it is revoked, so that clients can change over.")
        {
            shop, id, data,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var keys = await services.GetRequiredService<ApiKeyRing>().ListAsync(parsed.GetValue(shop), token);
                if (keys.FirstOrDefault(key => string.Equals(key.Id, parsed.GetValue(id), StringComparison.Ordinal)) is not { } old)
                {
                    runner.Lines.Say($"There is no key {parsed.GetValue(id)!}.");
                    return ExitCodes.Failed;
                }

                var code = await IssueAsync(runner, services, parsed.GetValue(shop), old.Role, old.Label, token);
                if (code == ExitCodes.Done)
                {
                    runner.Lines.Say($"When every client has it: bundles keys revoke --shop {parsed.GetValue(shop)} --id {old.Id}");
                }

                return code;
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> IssueAsync(
        CommandRunner runner, IServiceProvider services, ShopId shop, ApiRole role, string? label, CancellationToken cancellationToken)
    {
        if (label?.Length > ApiKeyRing.MaxLabelLength)
        {
            runner.Lines.Say($"The label has {label.Length} characters; expected {ApiKeyRing.MaxLabelLength} or less.");
            return ExitCodes.Failed;
        }

        await services.WriteAuditAsync(shop, "keys.create", $"{role}".ToLowerInvariant(), cancellationToken);
        if (await services.GetRequiredService<ApiKeyRing>().IssueAsync(shop, role, label, cancellationToken) is not { } issued)
        {
            runner.Lines.Say($"The shop has {ApiKeyRing.MaxKeysPerRole} keys of this role already; revoke one first.");
            return ExitCodes.Failed;
        }

        runner.Lines.Say($"{issued.Key}");
        return ExitCodes.Done;
    }

    private static async Task<int> RevokeAsync(
        CommandRunner runner, IServiceProvider services, ShopId shop, string id, CancellationToken cancellationToken)
    {
        await services.WriteAuditAsync(shop, "keys.revoke", id, cancellationToken);
        var revoked = await services.GetRequiredService<ApiKeyRing>().RevokeByIdAsync(shop, id, cancellationToken);
        runner.Lines.Say(revoked ? $"Key {id} opens nothing any more." : (FormattableString)$"There is no key {id}.");
        return revoked ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Option<ApiRole> Role() => new("--role")
    {
        Description = "read: ask for bundles and post events. admin: also operate the shop.",
        HelpName = "read|admin",
        Required = true,
    };

    private static Option<string?> Label() => new("--label") { Description = "What you call it, for the list." };

    private static Option<string> Id() => new("--id") { Description = "The key's id, as 'keys list' shows it.", Required = true };
}
