using BundleFunctions.Audit;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Shops;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What a shop's operators work with.</summary>
internal static class AdministrationServices
{
    /// <summary>Registers rules, the audit log, and how fast callers may ask.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static IServiceCollection AddAdministration(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(OptionsReader.Read(configuration, LimitOptions.SectionName, new LimitOptions(), options => options.Validate()))
        .AddSingleton<ShopOrigins>()
        .AddSingleton<AuditLog>()
        .AddSingleton<RuleStore>()
        .AddSingleton<RuleShelf>()
        .AddSingleton<RuleDryRun>()
        .AddSingleton<CatalogueUpdater>();
}
