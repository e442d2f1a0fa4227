using System.CommandLine;
using BundleFunctions.Privacy;

namespace BundleFunctions.Cli.Commands;

/// <summary>Options that say who a privacy command is about.</summary>
internal sealed class PersonOptions
{
    private readonly Option<string[]> _users = Ids("--user-id", "A user id as the shop sends it; may be given again.");
    private readonly Option<string[]> _visitors = Ids("--visitor-id", "A visitor id; may be given again.");
    private readonly Option<string[]> _sessions = Ids("--session-id", "A session id; may be given again.");

    public void AddTo(Command command)
    {
        command.Options.Add(_users);
        command.Options.Add(_visitors);
        command.Options.Add(_sessions);
    }

    /// <summary>Makes the command ask for at least one valid identifier.</summary>
    public void RequireIn(Command command) => command.Validators.Add(result =>
    {
        if (Read(result.GetValue(_users), result.GetValue(_visitors), result.GetValue(_sessions)).Validate() is { } fault)
        {
            result.AddError($"--user-id, --visitor-id, --session-id: {fault}");
        }
    });

    public PersonIdentifiers Read(ParseResult parsed) => Read(parsed.GetValue(_users), parsed.GetValue(_visitors), parsed.GetValue(_sessions));

    private static PersonIdentifiers Read(string[]? users, string[]? visitors, string[]? sessions) =>
        new() { UserIds = users ?? [], VisitorIds = visitors ?? [], SessionIds = sessions ?? [] };

    private static Option<string[]> Ids(string name, string description) =>
        new(name) { Description = description, HelpName = "ID", Arity = ArgumentArity.ZeroOrMore };
}
