using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.Ports;
using BundleFunctions.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting.Tests.TrainingJobs;

/// <summary>Settings choose the way, and a wrong one stops the process at its start.</summary>
public sealed class TrainingSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundles-settings-");
    private readonly Dictionary<string, string?> _settings;

    public TrainingSettingsTests() => _settings = new(StringComparer.OrdinalIgnoreCase) { ["Stores:Directory"] = _folder.FullName };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, typeof(ProcessJobWay))]
    [InlineData("process", typeof(ProcessJobWay))]
    [InlineData("container", typeof(ContainerJobWay))]
    [InlineData("container-apps", typeof(ContainerAppsJobWay))]
    public void Job_EachKind_ChoosesItsWay(string? kind, Type way)
    {
        if (kind is not null)
        {
            _settings["Training:Job"] = kind;
        }

        AddAzure();

        using var services = Compose();

        services.GetRequiredService<IJobWay>().ShouldBeOfType(way);
        services.GetRequiredService<ITrainingJobs>().ShouldBeOfType<LeasedTrainingJobs>();
    }

    [Fact]
    public void Options_AreBound()
    {
        _settings["Training:TimeOut"] = "02:30:00";
        _settings["Training:GpuPricePerHour"] = "3.6";
        _settings["Retrain:Deep"] = "auto";
        _settings["Retrain:Gpu"] = "true";

        using var services = Compose();

        services.GetRequiredService<TrainingJobOptions>().ShouldBe(new TrainingJobOptions { TimeOut = TimeSpan.FromHours(2.5), GpuPricePerHour = 3.6m });
        services.GetRequiredService<RetrainOptions>().ShouldBe(new RetrainOptions { Deep = DeepTraining.Auto, Gpu = true });
    }

    [Theory]
    [InlineData(true, new[] { "Training__Config__vae={}", "Training__Deep=vae", "Training__Python=/opt/python3" })]
    [InlineData(false, new[] { "Training__Config__vae={}", "Training__Deep=vae" })]
    public void SettingsOfTraining_AreHandedOver_ThoseOfItsStartAreNot(bool sameMachine, string[] expected)
    {
        _settings["Training:Deep"] = "vae";
        _settings["Training:Python"] = "/opt/python3";
        _settings["Training:Config:vae"] = "{}";
        _settings["Training:TimeOut"] = "01:00:00";
        _settings["Training:Container:Image"] = "mine:1.0";

        var handed = TrainingEnvironment.From(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build(), sameMachine);

        handed.Select(variable => $"{variable.Key}={variable.Value}").ShouldBe(expected);
    }

    [Theory]
    [InlineData("Training:Job", "kubernetes", "expected one of process, container, container-apps")]
    [InlineData("Training:TimeOut", "00:00:00", "Training:TimeOut")]
    [InlineData("Training:Heartbeat", "00:00:00", "Training:Heartbeat")]
    [InlineData("Training:Grace", "-00:00:01", "Training:Grace")]
    [InlineData("Training:LogLines", "0", "Training:LogLines")]
    [InlineData("Training:CpuPricePerHour", "-1", "Training:CpuPricePerHour")]
    [InlineData("Training:GpuPricePerHour", "dear", "cannot be read")]
    [InlineData("Retrain:Deep", "sometimes", "cannot be read")]
    [InlineData("Retrain:DeepMinOrders", "-1", "Retrain:DeepMinOrders")]
    public void WrongSetting_StopsTheStartAndIsNamed(string name, string value, string fault)
    {
        _settings[name] = value;

        Should.Throw<SettingException>(Compose).Message.ShouldContain(fault);
    }

    [Fact]
    public void ContainerApps_StoresInAFolder_AreRefused()
    {
        _settings["Training:Job"] = "container-apps";
        AddAzure();
        _settings["ShopStorage:serviceUri"] = null;

        Should.Throw<SettingException>(Compose).Message.ShouldContain("cannot reach a folder");
    }

    [Fact]
    public void ContainerApps_SettingMissing_IsNamedOnlyWhereItIsNeeded()
    {
        AddAzure();
        _settings["Training:ContainerApps:CpuJob"] = null;
        Should.NotThrow(() => Compose().Dispose());

        _settings["Training:Job"] = "container-apps";
        Should.Throw<SettingException>(Compose).Message.ShouldContain("Training:ContainerApps:CpuJob");
    }

    private void AddAzure()
    {
        _settings["ShopStorage:serviceUri"] = "https://shop.blob.core.windows.net/";
        _settings["Training:ContainerApps:SubscriptionId"] = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
        _settings["Training:ContainerApps:ResourceGroup"] = "shop-rg";
        _settings["Training:ContainerApps:CpuJob"] = "train-cpu";
    }

    private ServiceProvider Compose() => new ServiceCollection()
        .AddLogging()
        .AddBundleFunctions(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build())
        .BuildServiceProvider();
}
