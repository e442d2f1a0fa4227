using BundleFunctions.Ports;
using BundleFunctions.Training;

namespace BundleFunctions.Core.Tests.Training;

public sealed class RetrainPlannerTests
{
    private static readonly RetrainOptions Auto = new() { Deep = DeepTraining.Auto, DeepMinEvents = 100, DeepMinOrders = 10, DeepMinProducts = 5, GpuMinEvents = 1000 };

    [Theory]
    [InlineData(100, 10L, 5, true)]
    [InlineData(99, 10L, 5, false)]
    [InlineData(100, 9L, 5, false)]
    [InlineData(100, 10L, 4, false)]
    [InlineData(100, null, 5, true)]
    public void Plan_Auto_TrainsDeepModelsFromTheMinimaOn(long events, long? orders, long products, bool deep) =>
        RetrainPlanner.Plan(new DataVolume(events, orders, products), Auto).Deep.ShouldBe(deep);

    [Fact]
    public void Plan_TooLittle_NamesEveryShortage() =>
        RetrainPlanner.Plan(new DataVolume(12, 3, 4), Auto).ShouldBe(new TrainingPlan(false, ComputeProfile.Cpu,
            "classical models: 12 of at least 100 events, 3 of at least 10 orders, 4 of at least 5 products"));

    [Theory]
    [InlineData(true, 1000, ComputeProfile.Gpu)]
    [InlineData(true, 999, ComputeProfile.Cpu)]
    [InlineData(false, 1000, ComputeProfile.Cpu)]
    public void Plan_DeepRun_TakesTheGpuWhereItIsAllowedAndWorthIt(bool gpu, long events, ComputeProfile expected) =>
        RetrainPlanner.Plan(new DataVolume(events, 10, 5), Auto with { Gpu = gpu }).Profile.ShouldBe(expected);

    [Fact]
    public void Plan_NeverAndAlways_AreObeyed()
    {
        RetrainPlanner.Plan(new DataVolume(9999, 9999, 9999), Auto with { Deep = DeepTraining.Never }).ShouldBe(TrainingPlan.Classical);
        RetrainPlanner.Plan(new DataVolume(0, 0, 0), Auto with { Deep = DeepTraining.Always }).Deep.ShouldBeTrue();
    }

    [Fact]
    public void Validate_EachFault_IsNamed()
    {
        new RetrainOptions().Validate().ShouldBeNull();
        new RetrainOptions { Deep = (DeepTraining)9 }.Validate()!.ShouldContain("Retrain:Deep");
        new RetrainOptions { DeepMinEvents = -1 }.Validate()!.ShouldContain("Retrain:DeepMinEvents");
        new RetrainOptions { DeepMinOrders = -1 }.Validate()!.ShouldContain("Retrain:DeepMinOrders");
        new RetrainOptions { DeepMinProducts = -1 }.Validate()!.ShouldContain("Retrain:DeepMinProducts");
        new RetrainOptions { GpuMinEvents = -1 }.Validate()!.ShouldContain("Retrain:GpuMinEvents");
    }
}
