using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.LocalHost.Http;

/// <summary>Reads route values as the types that functions declare.</summary>
internal static class RouteValueReader
{
    private static readonly MethodInfo TextMethod = Own(nameof(Text));

    private static readonly MethodInfo ParsedMethod = Own(nameof(Parsed));

    /// <summary>The call that reads one parameter, or null where its type cannot be read from a route.</summary>
    public static Expression? Read(ParameterInfo parameter, ParameterExpression context)
    {
        var type = parameter.ParameterType;
        var name = Expression.Constant(parameter.Name);
        if (type == typeof(string))
        {
            return Expression.Call(TextMethod, context, name);
        }

        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (!value.IsValueType || !typeof(ISpanParsable<>).MakeGenericType(value).IsAssignableFrom(value))
        {
            return null;
        }
        var fallback = Expression.Constant(parameter.HasDefaultValue ? parameter.DefaultValue : null, typeof(object));
        var parsed = Expression.Call(ParsedMethod.MakeGenericMethod(value), context, name, fallback);
        return Expression.Convert(parsed, type);
    }

    private static MethodInfo Own(string name) =>
        typeof(RouteValueReader).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static string? Text(HttpContext context, string name) => context.Request.RouteValues[name] as string;

    private static object? Parsed<T>(HttpContext context, string name, object? fallback)
        where T : struct, ISpanParsable<T>
    {
        var text = Text(context, name);
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new BadHttpRequestException($"The route's '{name}' is '{text}'; expected {typeof(T).Name}.", StatusCodes.Status400BadRequest);
    }
}
