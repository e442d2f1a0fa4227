using System.Collections.Concurrent;
using System.Reflection;
using BundleFunctions.Assistant;
using BundleFunctions.Hosting;
using BundleFunctions.Hosting.Titles;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.Migration;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Tests.Docs;

/// <summary>The settings that the product reads, found by composing it over settings that note what is asked for.</summary>
internal sealed class ReadSettings : ConfigurationProvider, IConfigurationSource
{
    private static readonly string[] Sections =
    [
        LimitOptions.SectionName, LocalHostOptions.SectionName, Sessions.SessionOptions.SectionName, MigrationOptions.SectionName,
        AssistantOptions.SectionName, TitleOptions.SectionName, ServingOptions.SectionName, PublishingOptions.SectionName,
        RetrainOptions.SectionName, TrainingJobOptions.SectionName, ContainerJobOptions.SectionName, ContainerAppsOptions.SectionName,
    ];

    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of single settings, such as <c>Stores:Directory</c>; sections are left out.</summary>
    public static IReadOnlyCollection<string> Find()
    {
        var notes = new ReadSettings();
        var configuration = new ConfigurationBuilder().Add(notes).Build();
        new ServiceCollection().AddBundleFunctions(configuration);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Add(notes);
        builder.AddFunctionHost(typeof(Functions.Health).Assembly);

        var asked = notes._asked.Keys.Concat(FromTriggers());
        return [.. asked.Except(Sections, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // Binding begins with a look at the section's children: with none it would ask for no property.
    public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
        Array.IndexOf(Sections, parentPath) >= 0 ? [.. earlierKeys, "any"] : earlierKeys;

    public override bool TryGet(string key, out string? value)
    {
        if (!key.EndsWith(":any", StringComparison.Ordinal))
        {
            _asked.TryAdd(key, true);
        }

        // Without a key one would be made, in a file of this machine.
        value = key is "Pseudonyms:Key" ? Convert.ToBase64String(new byte[32]) : null;
        return value is not null;
    }

    IConfigurationProvider IConfigurationSource.Build(IConfigurationBuilder builder) => this;

    private static IEnumerable<string> FromTriggers() =>
        from type in typeof(Functions.Health).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        from attribute in parameter.GetCustomAttributes()
        let name = attribute switch
        {
            TimerTriggerAttribute timer => timer.Schedule.Trim('%'),
            BlobTriggerAttribute blob => blob.Connection,
            _ => null,
        }
        where name is not null
        select name;
}
