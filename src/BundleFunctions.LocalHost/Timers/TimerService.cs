using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using BundleFunctions.LocalHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>Keeps every timer function running on its schedule.</summary>
internal sealed class TimerService : DrainingService
{
    private readonly Dictionary<string, TimerRunner> _runners = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FunctionDiscoveryException">A schedule is malformed, or names a setting that is not set.</exception>
    public TimerService(
        FunctionCatalogue functions,
        IConfiguration configuration,
        InvocationRunner runner,
        TimerStatusStore statuses,
        LocalHostOptions options,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        ILogger<TimerService> log)
        : base(options, clock, lifetime, log)
    {
        var complaints = new List<string>();
        foreach (var timer in functions.OfKind<TimerFunction>())
        {
            var text = SettingReferences.Resolve(timer.Schedule, configuration, out var missing);
            if (missing.Count > 0)
            {
                complaints.Add($"{timer.Name}: the schedule '{timer.Schedule}' names the setting '{missing[0]}', which is not set.");
            }
            else if (TimerSchedule.TryParse(text, out var schedule))
            {
                _runners[timer.Name] = new TimerRunner(timer, schedule, runner, statuses, clock);
            }
            else
            {
                complaints.Add($"{timer.Name}: the schedule is '{text}'; expected six NCRONTAB fields or a period such as 00:30:00.");
            }
        }
        if (complaints.Count > 0)
        {
            throw new FunctionDiscoveryException(complaints);
        }
    }

    /// <summary>Asks for a run of a timer now; false where there is none of that name.</summary>
    public bool TryAsk(string name)
    {
        if (!_runners.TryGetValue(name, out var runner))
        {
            return false;
        }
        runner.Ask();
        return true;
    }

    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(_runners.Values.Select(runner => runner.WorkAsync(stopping, aborting)));
}
