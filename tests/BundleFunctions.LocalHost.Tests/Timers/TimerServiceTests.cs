using BundleFunctions.LocalHost.Tests.Harness;
using BundleFunctions.LocalHost.Tests.Samples;
using BundleFunctions.Testing;

namespace BundleFunctions.LocalHost.Tests.Timers;

public sealed class TimerServiceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly (string, string) EveryHour = ("Schedules:Hourly", "0 0 * * * *");

    [Fact]
    public async Task Schedule_EachOccurrence_RunsOnce()
    {
        var clock = new SteppedClock(Noon);
        await using var host = await HostUnderTest.StartAsync([typeof(TimerSamples)], clock: clock, settings: EveryHour);
        await HostUnderTest.EventuallyAsync(() => clock.Waiting > 0, "the timer waits for its first occurrence");
        host.Journal.Lines.ShouldBeEmpty();

        for (var hour = 1; hour <= 3; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await host.LinesAsync(hour);
            await HostUnderTest.EventuallyAsync(() => clock.Waiting > 0, "the timer waits again");
        }

        host.Journal.Lines.ShouldBe(["due", "due", "due"]);
    }

    [Fact]
    public async Task Start_OccurrenceMissedWhileDown_RunsItLate()
    {
        var blobs = new InMemoryBlobStore();
        var first = new SteppedClock(Noon);
        await using (var host = await HostUnderTest.StartAsync([typeof(TimerSamples)], blobs, clock: first, settings: EveryHour))
        {
            await HostUnderTest.EventuallyAsync(() => first.Waiting > 0, "the timer waits for its first occurrence");
            first.Advance(TimeSpan.FromHours(1));
            await host.LinesAsync(1);
            await host.StopAsync();
        }

        var early = new SteppedClock(Noon.AddMinutes(90));
        await using (var host = await HostUnderTest.StartAsync([typeof(TimerSamples)], blobs, clock: early, settings: EveryHour))
        {
            await HostUnderTest.EventuallyAsync(() => early.Waiting > 0, "the timer waits for two o'clock");
            host.Journal.Lines.ShouldBeEmpty();
        }

        var late = new SteppedClock(Noon.AddHours(5));
        await using (var host = await HostUnderTest.StartAsync([typeof(TimerSamples)], blobs, clock: late, settings: EveryHour))
        {
            await host.LinesAsync(1);
            host.Journal.Lines.ShouldBe(["late"]);
        }
    }

    [Fact]
    public async Task Ask_WhileRunning_NeverRunsTwoAtOnceAndKeepsOneWaiting()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(TimerSamples)], settings: EveryHour);
        var (running, most) = (0, 0);
        var release = new SemaphoreSlim(0);
        host.Journal.Then = async (_, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await release.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref running);
        };

        (await AskAsync()).ShouldBe(System.Net.HttpStatusCode.Accepted);
        await host.LinesAsync(1);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync();
        }
        release.Release(10);
        await host.LinesAsync(2);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.Count.ShouldBe(2);
        most.ShouldBe(1);

        async Task<System.Net.HttpStatusCode> AskAsync()
        {
            using var answer = await host.Client.PostAsync("/admin/functions/Hourly", new StringContent("{}"));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Start_RunOnStartup_RunsAtOnce()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(StartupSamples)]);

        await host.LinesAsync(1);

        host.Journal.Lines.ShouldBe(["started True"]);
    }

    [Fact]
    public async Task Stop_RunPastTheBound_IsCancelled()
    {
        await using var host = await HostUnderTest.StartAsync(
            [typeof(StartupSamples), typeof(TimerSamples)], settings: [EveryHour, ("LocalHost:DrainTimeout", "00:00:00.050")]);
        await host.LinesAsync(1);
        var cancelled = false;
        host.Journal.Then = async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
                throw;
            }
        };
        using var asked = await host.Client.PostAsync("/admin/functions/Hourly", content: null);
        await host.LinesAsync(2);

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));

        cancelled.ShouldBeTrue();
    }
}
