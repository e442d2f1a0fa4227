using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>Tells which functions are made of nothing but services that last as long as the host.</summary>
/// <param name="registered">Everything that is registered, by the time that somebody asks.</param>
internal sealed class LastingServices(IServiceCollection registered)
{
    /// <summary>Whether each thing that the type's one constructor takes is registered, and as a singleton only.</summary>
    public bool AreAllThatMake(Type type) =>
        type.GetConstructors() is [var constructor] && Array.TrueForAll(constructor.GetParameters(), parameter => Lasts(parameter.ParameterType));

    private bool Lasts(Type service)
    {
        var generic = service.IsConstructedGenericType ? service.GetGenericTypeDefinition() : service;
        var known = registered.Where(entry => !entry.IsKeyedService && (entry.ServiceType == service || entry.ServiceType == generic)).ToList();
        return known.Count > 0 && known.TrueForAll(entry => entry.Lifetime == ServiceLifetime.Singleton);
    }
}
