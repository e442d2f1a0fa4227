using System.Reflection;
using BundleFunctions.LocalHost.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>Reads one function's trigger from the attributes of its parameters.</summary>
internal static class TriggerReader
{
    private const string TriggerSuffix = "TriggerAttribute";

    public static TriggerReading Read(string name, MethodInfo method)
    {
        var where = $"{name} ({method.DeclaringType!.FullName}.{method.Name})";
        var triggers = (
            from parameter in method.GetParameters()
            from attribute in parameter.GetCustomAttributes()
            where attribute.GetType().Name.EndsWith(TriggerSuffix, StringComparison.Ordinal)
            select (parameter, attribute)).ToList();
        if (triggers.Count != 1)
        {
            return Refused($"{where}: {triggers.Count} parameters carry a trigger attribute; expected one.");
        }
        if (method.IsStatic || !method.IsPublic || method.DeclaringType.IsAbstract || method.ContainsGenericParameters)
        {
            return Refused($"{where}: expected a public instance method of a class that can be constructed.");
        }

        var (trigger, kind) = triggers[0];
        return kind switch
        {
            HttpTriggerAttribute http => Http(name, where, method, trigger, http),
            TimerTriggerAttribute timer => Checked(
                where,
                new TimerFunction(name, method, trigger, timer.Schedule, timer.RunOnStartup, timer.UseMonitor),
                typeof(TimerInfo),
                typeof(Task),
                []),
            BlobTriggerAttribute blob => Blob(name, where, method, trigger, blob),
            _ => Refused($"{where}: {kind.GetType().Name} is not a trigger this host knows; expected HTTP, timer or blob."),
        };
    }

    private static TriggerReading Http(string name, string where, MethodInfo method, ParameterInfo trigger, HttpTriggerAttribute http)
    {
        var route = http.Route ?? name;
        try
        {
            var parameters = RoutePatternFactory.Parse(route).Parameters.Select(parameter => parameter.Name);
            string[] methods = [.. (http.Methods ?? []).Select(verb => verb.ToUpperInvariant())];
            var function = new HttpFunction(name, method, trigger, route, methods);
            return Checked(where, function, typeof(HttpRequest), typeof(Task<IResult>), [.. parameters]);
        }
        catch (RoutePatternException error)
        {
            return Refused($"{where}: the route '{route}' is malformed: {error.Message}");
        }
    }

    private static TriggerReading Blob(string name, string where, MethodInfo method, ParameterInfo trigger, BlobTriggerAttribute blob) =>
        BlobPathPattern.TryParse(blob.BlobPath, out var pattern, out var complaint)
            ? Checked(where, new BlobFunction(name, method, trigger, pattern), typeof(Stream), typeof(Task), pattern.ParameterNames)
            : Refused($"{where}: the blob path '{blob.BlobPath}' {complaint}");

    private static TriggerReading Checked(
        string where, FunctionDefinition function, Type triggerType, Type returnType, IReadOnlyCollection<string> named)
    {
        var complaints = new List<string>();
        if (function.Trigger.ParameterType != triggerType)
        {
            complaints.Add($"{where}: the trigger parameter is a {function.Trigger.ParameterType.Name}; expected {triggerType.Name}.");
        }
        if (function.Method.ReturnType != returnType)
        {
            complaints.Add($"{where}: returns {function.Method.ReturnType}; expected {returnType}.");
        }
        complaints.AddRange(
            from parameter in function.Method.GetParameters()
            where parameter != function.Trigger
                && parameter.ParameterType != typeof(CancellationToken)
                && !parameter.HasDefaultValue
                && !named.Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase)
            select $"{where}: nothing fills the parameter '{parameter.Name}'; expected one of [{string.Join(", ", named)}].");
        return new TriggerReading(complaints.Count == 0 ? function : null, complaints);
    }

    private static TriggerReading Refused(string complaint) => new(null, [complaint]);
}
