using System.Text;
using System.Text.Json;
using BundleFunctions.Feedback.Sales;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: the report in the format that was asked for. The page may run nothing and load nothing.</summary>
internal sealed class SalesReportResult(SalesReport report, ReportFormat format) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, type) = format switch
        {
            ReportFormat.Csv => (Encoding.UTF8.GetBytes(SalesCsv.Render(report)), "text/csv; charset=utf-8"),
            ReportFormat.Html => (Encoding.UTF8.GetBytes(SalesHtml.Render(report)), "text/html; charset=utf-8"),
            _ => (JsonSerializer.SerializeToUtf8Bytes(report, SalesJson.Default.SalesReport), "application/json; charset=utf-8"),
        };
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = type;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = $"{SalesHtml.ContentSecurityPolicy}; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
