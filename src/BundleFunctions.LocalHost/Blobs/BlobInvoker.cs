using System.Linq.Expressions;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Calls a blob function's method: its stream, the pattern's parameters by name, the token.</summary>
internal static class BlobInvoker
{
    /// <exception cref="FunctionDiscoveryException">A parameter that the pattern names is not a string.</exception>
    public static Func<object, BlobInvocation, Task> Compile(BlobFunction function) => InvokerCompiler.Compile<BlobInvocation, Task>(
        function.Method,
        (parameter, context) =>
        {
            if (parameter == function.Trigger)
            {
                return Expression.Property(context, nameof(BlobInvocation.Content));
            }
            if (!function.Pattern.ParameterNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            {
                return InvokerCompiler.Common(parameter, context);
            }
            return parameter.ParameterType == typeof(string)
                ? Expression.Call(context, nameof(BlobInvocation.Value), typeArguments: null, Expression.Constant(parameter.Name))
                : throw new FunctionDiscoveryException(
                    [$"{function.Name}: the parameter '{parameter.Name}' is a {parameter.ParameterType.Name}; expected a string."]);
        });
}
