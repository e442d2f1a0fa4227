using BundleFunctions.Bundling.Titles;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Titles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting.Tests.Titles;

/// <summary>Rules name bundles unless the settings name an endpoint.</summary>
public sealed class TitleSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundles-titles-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, typeof(RuleTitleWriter))]
    [InlineData("http://127.0.0.1:9/v1/chat/completions", typeof(ChatTitleWriter))]
    public void Endpoint_NamedOrNot_ChoosesWhoNamesBundles(string? endpoint, Type writer)
    {
        using var services = Compose(endpoint);

        services.GetRequiredService<ITitleWriter>().ShouldBeOfType(writer);
    }

    [Fact]
    public void Endpoint_OfAnotherScheme_StopsTheProcessAtItsStart() =>
        Should.Throw<SettingException>(() => Compose("file:///etc/passwd")).Message.ShouldContain("http or https");

    private ServiceProvider Compose(string? endpoint) => new ServiceCollection()
        .AddLogging()
        .AddBundleFunctions(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Stores:Directory"] = _folder.FullName, ["Titles:Endpoint"] = endpoint }).Build())
        .BuildServiceProvider();
}
