using System.Linq.Expressions;
using System.Reflection;
using BundleFunctions.Functions.Http;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Http;

/// <summary>Answers the requests of one HTTP function; everything that reflection can tell is compiled when it is made.</summary>
internal sealed class HttpFunctionHandler
{
    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ObjectFactory _create;
    private readonly Func<object, HttpContext, Task<IResult>> _invoke;
    private readonly bool _disposable;
    private readonly IServiceProvider? _lasting;

    /// <param name="function">The function.</param>
    /// <param name="services">The host's services.</param>
    /// <param name="clock">Tells how long answers take.</param>
    /// <param name="log">Takes one line per request.</param>
    public HttpFunctionHandler(HttpFunction function, IServiceProvider services, TimeProvider clock, ILogger log)
    {
        _name = function.Name;
        _clock = clock;
        _log = log;
        _create = ActivatorUtilities.CreateFactory(function.InstanceType, Type.EmptyTypes);
        _disposable = typeof(IDisposable).IsAssignableFrom(function.InstanceType);

        // Where nothing that the function takes belongs to one request, no request needs a scope of services.
        _lasting = services.GetRequiredService<LastingServices>().AreAllThatMake(function.InstanceType) ? services : null;
        _invoke = InvokerCompiler.Compile<HttpContext, Task<IResult>>(function.Method, (parameter, context) => Bind(function, parameter, context));
    }

    public async Task HandleAsync(HttpContext context)
    {
        var started = _clock.GetTimestamp();
        if (_lasting is not null)
        {
            context.RequestServices = _lasting;
        }
        try
        {
            var instance = _create(context.RequestServices, null);
            if (_disposable)
            {
                context.Response.RegisterForDispose((IDisposable)instance);
            }
            var result = await _invoke(instance, context);
            await result.ExecuteAsync(context);
        }
        catch (BadHttpRequestException error)
        {
            await AnswerAsync(context, new ProblemResult(error.StatusCode, "bad_request", "The request cannot be read.", error.Message));
        }
        // Paths and queries are never logged: they name visitors and users.
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            InvocationLog.Abandoned(_log, _name, context.Request.Method);
            return;
        }
#pragma warning disable CA1031 // The host's last line: whatever a function throws becomes an answer, and the log carries the rest.
        catch (Exception error)
#pragma warning restore CA1031
        {
            InvocationLog.Failed(_log, error, _name, context.Request.Method, error.GetType().Name);
            await AnswerAsync(context, new ProblemResult(StatusCodes.Status500InternalServerError, "internal", "The function failed."));
        }
        InvocationLog.Answered(_log, _name, context.Response.StatusCode, _clock.GetElapsedTime(started).TotalMilliseconds);
    }

    private static Expression Bind(HttpFunction function, ParameterInfo parameter, ParameterExpression context)
    {
        if (parameter == function.Trigger)
        {
            return Expression.Property(context, nameof(HttpContext.Request));
        }
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return Expression.Property(context, nameof(HttpContext.RequestAborted));
        }
        return RouteValueReader.Read(parameter, context)
            ?? throw new FunctionDiscoveryException(
                [$"{function.Name}: the parameter '{parameter.Name}' is a {parameter.ParameterType.Name}; expected a string or a parsable value."]);
    }

    private static Task AnswerAsync(HttpContext context, ProblemResult problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        context.Response.Clear();
        return problem.ExecuteAsync(context);
    }
}
