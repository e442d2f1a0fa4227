using System.Text.RegularExpressions;

namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>Finds what a compiler and a reviewer would find: names that nothing declares, modules that are called wrongly, versions and roles
/// that nobody reviewed, and keys on their way out.</summary>
internal static partial class BicepLinter
{
    // The functions that the templates use; another one is looked up in the language's reference, then listed.
    private static readonly string[] Functions =
    [
        "uniqueString", "toLower", "subscription", "resourceGroup", "tenant", "environment", "utcNow", "guid", "empty", "concat", "union", "json",
        "loadJsonContent", "subscriptionResourceId",
    ];

    private static readonly string[] Decorators = ["description", "allowed", "minValue", "maxValue", "minLength", "maxLength", "secure"];
    private static readonly string[] ResourceKeys = ["name", "location", "tags", "kind", "sku", "identity", "properties", "parent", "scope", "dependsOn"];

    /// <summary>Every fault of a file, as <c>path:line: what</c>.</summary>
    public static IReadOnlyList<string> Lint(BicepFile file, Func<Declaration, BicepFile?> findModule) =>
    [
        .. from fault in Faults(file, findModule)
           orderby fault.Line
           select $"{file.Path}:{fault.Line}: {fault.What}",
    ];

    private static IEnumerable<(int Line, string What)> Faults(BicepFile file, Func<Declaration, BicepFile?> findModule) =>
    [
        .. Names(file), .. Calls(file), .. Unused(file), .. Parameters(file), .. ResourcesOf(file), .. Roles(file),
        .. file.Of("module").SelectMany(module => ModuleFaults(module, findModule(module))),
        .. file.Of("module").SelectMany(module => OutputFaults(file, module, findModule(module))),
    ];

    private static IEnumerable<(int Line, string What)> Names(BicepFile file)
    {
        var declared = file.Declarations.Where(declaration => declaration.Keyword is not "output" and not "targetScope").Select(declaration => declaration.Name).ToList();
        foreach (var twice in declared.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return (file.Declarations.Last(declaration => declaration.Name == twice.Key).Line, $"'{twice.Key}' is declared twice");
        }

        foreach (var declaration in file.Declarations)
        {
            foreach (var name in Unknown(declaration.Value, [.. declared]))
            {
                yield return (name.Line, $"nothing declares '{name.Value}'");
            }
        }
    }

    private static IEnumerable<Name> Unknown(Node node, HashSet<string> known)
    {
        if (node is Name name)
        {
            return known.Contains(name.Value) ? [] : [name];
        }

        return node is Loop loop
            ? Unknown(loop.Source, known).Concat(Unknown(loop.Each, [.. known, loop.Item]))
            : node.Children.SelectMany(child => Unknown(child, known));
    }

    private static IEnumerable<(int Line, string What)> Calls(BicepFile file) =>
        from declaration in file.Declarations
        from call in declaration.Value.All.OfType<Call>()
        let isList = call.Function.StartsWith("list", StringComparison.OrdinalIgnoreCase) || call.Function is "getSecret" or "reference"
        where isList || call.Target is not null || !Functions.Contains(call.Function, StringComparer.Ordinal)
        select (call.Line, isList ? $"'{call.Function}' reads keys" : $"'{call.Function}' is no reviewed function");

    private static IEnumerable<(int Line, string What)> Unused(BicepFile file)
    {
        var used = file.Declarations.SelectMany(declaration => declaration.Value.All).OfType<Name>().Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        return from declaration in file.Declarations
               where declaration.Keyword is "param" or "var" || declaration.IsExisting
               where !used.Contains(declaration.Name)
               select (declaration.Line, $"nothing uses '{declaration.Name}'");
    }

    private static IEnumerable<(int Line, string What)> Parameters(BicepFile file)
    {
        foreach (var declaration in file.Declarations.Where(declaration => declaration.Keyword is "param" or "output"))
        {
            if (SecretName().IsMatch(declaration.Name) || declaration.Decorators.Any(decorator => decorator.Function == "secure"))
            {
                yield return (declaration.Line, $"{declaration.Keyword} '{declaration.Name}' is a secret by its name or by its decorator");
            }

            if (TypeOf(declaration.Value) is { } type && !string.Equals(type, declaration.Type, StringComparison.Ordinal))
            {
                yield return (declaration.Line, $"{declaration.Keyword} '{declaration.Name}' is {declaration.Type} and is given {type}");
            }

            foreach (var decorator in declaration.Decorators.Where(decorator => !Decorators.Contains(decorator.Function, StringComparer.Ordinal)))
            {
                yield return (decorator.Line, $"'@{decorator.Function}' is no reviewed decorator");
            }
        }
    }

    private static IEnumerable<(int Line, string What)> ResourcesOf(BicepFile file)
    {
        foreach (var resource in file.Resources.Where(resource => resource.Type.Contains('@', StringComparison.Ordinal)))
        {
            var (type, version) = (resource.Type.Split('@')[0], resource.Type.Split('@')[1]);
            if (!ReviewedTypes.Versions.TryGetValue(type, out var reviewed))
            {
                yield return (resource.Line, $"{type} is no reviewed type");
            }
            else if (!string.Equals(reviewed, version, StringComparison.Ordinal))
            {
                yield return (resource.Line, $"{type} was reviewed in version {reviewed}; found {version}");
            }
        }

        foreach (var resource in file.Resources)
        {
            if (resource.Body!.Find("name") is null)
            {
                yield return (resource.Line, $"resource '{resource.Name}' has no name");
            }

            foreach (var property in resource.Body!.Properties.Where(property => !ResourceKeys.Contains(property.KeyText, StringComparer.Ordinal)))
            {
                yield return (property.Line, $"'{property.KeyText}' belongs into properties");
            }
        }
    }

    private static IEnumerable<(int Line, string What)> Roles(BicepFile file) =>
        from declaration in file.Declarations
        from text in declaration.Value.All.OfType<Text>()
        where Guid.TryParse(text.Value, out _) && !ReviewedTypes.Roles.ContainsKey(text.Value)
        select (text.Line, $"role {text.Value} was not reviewed");

    private static IEnumerable<(int Line, string What)> ModuleFaults(Declaration module, BicepFile? target)
    {
        if (target is null)
        {
            yield return (module.Line, $"there is no {module.Type}");
            yield break;
        }

        var given = (module.Body!.Find("params") as Body)?.Properties ?? [];
        var wanted = target.Of("param").ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var missing in wanted.Values.Where(parameter => parameter.IsRequired && !given.Any(property => property.KeyText == parameter.Name)))
        {
            yield return (module.Line, $"module '{module.Name}' needs '{missing.Name}'");
        }

        foreach (var property in given)
        {
            if (!wanted.TryGetValue(property.KeyText, out var parameter))
            {
                yield return (property.Line, $"{target.Path} has no parameter '{property.KeyText}'");
            }
            else if (TypeOf(property.Value) is { } type && type != parameter.Type)
            {
                yield return (property.Line, $"'{property.KeyText}' of {target.Path} is {parameter.Type} and is given {type}");
            }
        }
    }

    private static IEnumerable<(int Line, string What)> OutputFaults(BicepFile file, Declaration module, BicepFile? target)
    {
        var outputs = target?.Of("output").Select(output => output.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        return from declaration in file.Declarations
               from member in declaration.Value.All.OfType<Member>()
               where member.Target is Member { Value: "outputs", Target: Name name } && string.Equals(name.Value, module.Name, StringComparison.Ordinal)
               where !outputs.Contains(member.Value)
               select (member.Line, $"module '{module.Name}' has no output '{member.Value}'");
    }

    private static string? TypeOf(Node node) => node switch
    {
        Text => "string",
        Literal { Value: "true" or "false" } => "bool",
        Literal { Value: "null" or "" } => null,
        Literal => "int",
        Items or Loop => "array",
        Body => "object",
        _ => null,
    };

    [GeneratedRegex("password|secret|(?<!pseudonym)key$|accountkey|connectionstring|sastoken", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
