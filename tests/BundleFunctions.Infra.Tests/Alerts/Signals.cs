using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>Listens to the product's meter, as an exporter would.</summary>
internal sealed class Signals : IDisposable
{
    private readonly ConcurrentQueue<Measurement> _rows = new();
    private readonly MeterListener _listener = new();

    public Signals()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (string.Equals(instrument.Meter.Name, ServiceMeter.Name, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured since the start.</summary>
    public IReadOnlyList<Measurement> Rows => [.. _rows];

    /// <summary>Whether an alert would fire on what was measured.</summary>
    public bool Fires(AlertRule rule) => AlertQuery.Run(rule.Query, Rows) > rule.Threshold;

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags)
        {
            dimensions[key] = Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "";
        }

        _rows.Enqueue(new Measurement(instrument.Name, value, dimensions));
    }
}
