using System.Text.Json;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>A report as JSON; equal reports give equal bytes.</summary>
public static class ReportJson
{
    public static void Write(EvaluationReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("task", report.Task);
        json.WriteNumber("trainRows", report.TrainRows);
        json.WriteNumber("items", report.Items);
        json.WriteNumber("cases", report.Cases);
        json.WriteString("primaryMetric", report.PrimaryMetric);
        json.WriteStartArray("models");
        foreach (var model in report.Models)
        {
            json.WriteStartObject();
            json.WriteString("model", model.Model);
            Write(json, "figures", model.Figures);
            json.WriteStartObject("segments");
            foreach (var (segment, figures) in model.Segments)
            {
                Write(json, segment, figures);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteComparisons(json, report);
        json.WriteStartObject("failures");
        foreach (var (model, reason) in report.Failures)
        {
            json.WriteString(model, reason);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComparisons(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("againstBest");
        foreach (var (model, comparison) in report.Comparisons)
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteNumber("difference", Estimate.Rounded(comparison.Difference));
            json.WriteNumber("low", Estimate.Rounded(comparison.Interval.Low));
            json.WriteNumber("high", Estimate.Rounded(comparison.Interval.High));
            json.WriteNumber("permutationPValue", Estimate.Rounded(comparison.PermutationPValue));
            json.WriteNumber("tTestPValue", Estimate.Rounded(comparison.TTestPValue));
            json.WriteNumber("cases", comparison.Cases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, Estimate>> figures)
    {
        json.WriteStartObject(name);
        foreach (var (metric, figure) in figures)
        {
            json.WriteStartObject(metric);
            json.WriteNumber("mean", figure.Mean);
            json.WriteNumber("low", figure.Low);
            json.WriteNumber("high", figure.High);
            json.WriteNumber("standardError", figure.StandardError);
            json.WriteNumber("cases", figure.Cases);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
