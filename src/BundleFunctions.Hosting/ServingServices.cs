using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Migration;
using BundleFunctions.Ranking;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Composing;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Serving.Search;
using BundleFunctions.Serving.Steps;
using BundleFunctions.Serving.WhyNot;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What makes answers. Steps work in the order of their registration: who is in which trial, rules, what was learnt.</summary>
internal static class ServingServices
{
    public static IServiceCollection AddServing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(OptionsReader.Read(configuration, MigrationOptions.SectionName, new MigrationOptions(), options => options.Validate()))
        .AddTitles(configuration)
        .AddAssistant(configuration)
        .AddSingleton<ItemRecommender>()
        .AddSingleton<IAnswerStep, AssignmentStep>()
        .AddSingleton<IAnswerStep, RuleStep>()
        .AddSingleton<IAnswerStep, BanditStep>()
        .AddSingleton<RankerShelf>()
        .AddSingleton<PersonalSources>()
        .AddSingleton<BundleReader>()
        .AddSingleton<ProductRanker>()
        .AddSingleton<BundleComposer>()
        .AddSingleton<WhyNotReader>()
        .AddSingleton<AnswerContextMaker>();
}
