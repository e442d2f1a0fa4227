using System.Linq.Expressions;
using System.Reflection;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>Compiles a function's method into a delegate once, so that no invocation pays for reflection.</summary>
internal static class InvokerCompiler
{
    /// <summary>Compiles a call of a method with arguments taken from a context.</summary>
    /// <typeparam name="TContext">What the arguments are taken from.</typeparam>
    /// <typeparam name="TResult">What the method returns.</typeparam>
    /// <param name="method">The instance method.</param>
    /// <param name="bind">Gives, for a parameter, the expression that reads its argument from the context.</param>
    public static Func<object, TContext, TResult> Compile<TContext, TResult>(
        MethodInfo method, Func<ParameterInfo, ParameterExpression, Expression> bind)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var context = Expression.Parameter(typeof(TContext), "context");
        var arguments = method.GetParameters().Select(parameter => bind(parameter, context));
        var call = Expression.Call(Expression.Convert(instance, method.DeclaringType!), method, arguments);
        return Expression.Lambda<Func<object, TContext, TResult>>(call, instance, context).Compile();
    }

    /// <summary>What any parameter of a timer or blob function may be beyond its trigger: the token, or its own default.</summary>
    public static Expression Common(ParameterInfo parameter, ParameterExpression context) =>
        parameter.ParameterType == typeof(CancellationToken)
            ? Expression.Property(context, nameof(IInvocation.Cancellation))
            : Expression.Constant(parameter.DefaultValue, parameter.ParameterType);
}
