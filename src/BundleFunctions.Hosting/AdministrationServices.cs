using BundleFunctions.Audit;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Serving.Steps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What a shop's operators work with.</summary>
internal static class AdministrationServices
{
    /// <summary>Registers rules and the audit log.</summary>
    /// <exception cref="Settings.SettingException">A setting cannot be used.</exception>
    public static IServiceCollection AddAdministration(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<AuditLog>()
        .AddSingleton<RuleStore>()
        .AddSingleton<RuleShelf>()
        .AddSingleton<IAnswerStep, RuleStep>();
}
