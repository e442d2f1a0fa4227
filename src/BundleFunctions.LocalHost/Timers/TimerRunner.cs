using System.Globalization;
using System.Linq.Expressions;
using System.Threading.Channels;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>Runs one timer function when it is due or asked for: never twice at once, and at most one run waiting.</summary>
internal sealed class TimerRunner(
    TimerFunction timer, TimerSchedule schedule, InvocationRunner runner, TimerStatusStore statuses, TimeProvider clock)
{
    // Timers cannot wait for longer than this at once; a schedule that is due later is looked at again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Channel<TimerDue> _due =
        Channel.CreateBounded<TimerDue>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Func<object, TimerInvocation, Task> _invoke = InvokerCompiler.Compile<TimerInvocation, Task>(
        timer.Method,
        (parameter, context) => parameter == timer.Trigger
            ? Expression.Property(context, nameof(TimerInvocation.Info))
            : InvokerCompiler.Common(parameter, context));

    /// <summary>The function's name.</summary>
    public string Name => timer.Name;

    /// <summary>Asks for a run as soon as none is running; a run that already waits is not doubled.</summary>
    public void Ask() => _due.Writer.TryWrite(new TimerDue(clock.GetUtcNow(), IsPastDue: false, Scheduled: false));

    /// <summary>Runs the schedule until <paramref name="stopping"/>; <paramref name="aborting"/> cancels a run.</summary>
    public Task WorkAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(WatchAsync(stopping), RunAsync(stopping, aborting));

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            var now = clock.GetUtcNow();
            var kept = timer.UseMonitor ? await statuses.ReadAsync(timer, stopping) : null;
            if (kept is not null && string.Equals(kept.Schedule, schedule.Text, StringComparison.Ordinal) && kept.Next <= now)
            {
                _due.Writer.TryWrite(new TimerDue(kept.Next, IsPastDue: true, Scheduled: true));
            }
            else if (timer.RunOnStartup)
            {
                _due.Writer.TryWrite(new TimerDue(now, IsPastDue: false, Scheduled: false));
            }

            for (var next = schedule.Next(now); ; next = schedule.Next(next > clock.GetUtcNow() ? next : clock.GetUtcNow()))
            {
                await WaitUntilAsync(next, stopping);
                _due.Writer.TryWrite(new TimerDue(next, IsPastDue: false, Scheduled: true));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _due.Writer.TryComplete();
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset moment, CancellationToken stopping)
    {
        for (var left = moment - clock.GetUtcNow(); left > TimeSpan.Zero; left = moment - clock.GetUtcNow())
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, clock, stopping);
        }
    }

    private async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        await foreach (var due in _due.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            var started = clock.GetUtcNow();
            var next = schedule.Next(started);
            var status = new TimerStatus(schedule.Text, due.Scheduled ? due.At : null, next, started);
            var info = new TimerInfo
            {
                IsPastDue = due.IsPastDue || (due.Scheduled && started - due.At > TimeSpan.FromSeconds(1)),
                ScheduleStatus = timer.UseMonitor
                    ? new ScheduleStatus { Last = due.At.UtcDateTime, Next = next.UtcDateTime, LastUpdated = started.UtcDateTime }
                    : null,
            };
            var subject = due.At.ToString("O", CultureInfo.InvariantCulture);
            await runner.RunAsync(timer, subject, (instance, cancel) => _invoke(instance, new TimerInvocation(info, cancel)), aborting);
            if (timer.UseMonitor)
            {
                await statuses.WriteAsync(timer, status, aborting);
            }
        }
    }

    private readonly record struct TimerDue(DateTimeOffset At, bool IsPastDue, bool Scheduled);
}
