using BundleFunctions.Experiments;
using BundleFunctions.Statistics;
using static BundleFunctions.Core.Tests.Experiments.Sample;

namespace BundleFunctions.Core.Tests.Experiments;

public sealed class ExperimentAssignerTests
{
    private const int Visitors = 20_000;

    [Fact]
    public void Assign_ManyVisitors_AreSharedOutByWeightAndStay()
    {
        var book = ExperimentBook.Empty with { Experiments = [Experiment("price", weights: [2, 1, 1])] };

        var labels = Enumerable.Range(0, Visitors).Select(i => ExperimentAssigner.Assign(book, Context(i)).Label).ToList();

        var counts = new[] { "price:v0", "price:v1", "price:v2" }.Select(label => labels.LongCount(found => found == label)).ToList();
        counts.Sum().ShouldBe(Visitors);
        SampleRatio.PValue(counts, [2, 1, 1]).ShouldBeGreaterThan(0.001);
        Enumerable.Range(0, 100).ShouldAllBe(i => ExperimentAssigner.Assign(book, Context(i, Now.AddHours(5))).Label == labels[i]);
    }

    [Fact]
    public void Assign_OneLayer_NobodyIsInTwoExperiments()
    {
        var book = ExperimentBook.Empty with { Experiments = [Experiment("a", 0, 0.5), Experiment("b", 0.5, 0.3)] };

        var arms = Enumerable.Range(0, Visitors).Select(i => ExperimentAssigner.Assign(book, Context(i)).Arms).ToList();

        arms.ShouldAllBe(own => own.Count <= 1);
        (arms.Count(own => own.Count == 0) / (double)Visitors).ShouldBe(0.2, 0.015);
    }

    [Fact]
    public void Assign_TwoLayers_AreIndependent()
    {
        var book = ExperimentBook.Empty with { Experiments = [Experiment("a", layer: "one"), Experiment("b", layer: "two")] };

        var labels = Enumerable.Range(0, Visitors).GroupBy(i => ExperimentAssigner.Assign(book, Context(i)).Label).Select(same => same.LongCount()).ToList();

        labels.Count.ShouldBe(4);
        SampleRatio.PValue(labels, [1, 1, 1, 1]).ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public void Assign_Holdout_IsTheSameForEveryExperimentAndPage()
    {
        var book = new ExperimentBook(1, new HoldoutOptions(0.1), [Experiment("a")]);
        var heldOut = Enumerable.Range(0, Visitors).Where(i => ExperimentAssigner.Assign(book, Context(i)).IsHeldOut).ToList();

        (heldOut.Count / (double)Visitors).ShouldBe(0.1, 0.01);
        var later = book with { Experiments = [] };
        heldOut.ShouldAllBe(i => ExperimentAssigner.Assign(later, Context(i, Now.AddDays(400), "home")).Label == "holdout");
    }

    [Fact]
    public void Assign_NobodyToTellApart_IsInNothing()
    {
        var book = new ExperimentBook(1, new HoldoutOptions(0.5), [Experiment("a")]);

        ExperimentAssigner.Assign(book, Context()).ShouldBe(ExperimentAssignment.None);
        book.DependsOnAsker("product", Now).ShouldBeTrue();
        ExperimentBook.Empty.DependsOnAsker("product", Now).ShouldBeFalse();
    }

    [Fact]
    public void Assign_OutsideItsTimeOrPages_IsInNothing()
    {
        var ended = Experiment("a") with { EndAt = Now };
        var elsewhere = Experiment("b") with { Pages = ["cart"] };
        var book = ExperimentBook.Empty with { Experiments = [ended, elsewhere] };

        ExperimentAssigner.Assign(book, Context(1)).Label.ShouldBe("champion");
        ExperimentAssigner.Assign(book, Context(1, page: "cart")).Label.ShouldStartWith("b:");
    }

    [Fact]
    public void Assign_StoppedVariant_ServesTheControlUnderItsOwnName()
    {
        var running = Experiment("a");
        var stopped = running with { Variants = [running.Variants[0], running.Variants[1] with { DiscountShare = 0.5, Stopped = "It lost." }] };
        var book = ExperimentBook.Empty with { Experiments = [stopped] };
        var treated = Enumerable.Range(0, 50).First(i => ExperimentAssigner.Assign(book, Context(i)).Label == "a:v1");

        var assignment = ExperimentAssigner.Assign(book, Context(treated));

        assignment.DiscountShare.ShouldBeNull();
        assignment.Arms[0].Serves.ShouldBe(stopped.Variants[0]);
    }
}
