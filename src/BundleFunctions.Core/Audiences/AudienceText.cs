using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BundleFunctions.Audiences;

/// <summary>An audience as a file: pseudonyms and what is expected of each, nothing else.</summary>
public static class AudienceText
{
    /// <summary>CSV (RFC 4180): a header and a row a user.</summary>
    public static string Csv(Audience audience)
    {
        var csv = new StringBuilder("user,expectedResponse,segment\r\n");
        foreach (var member in audience.Members)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{member.User},{member.ExpectedResponse:0.########},{CsvCell.Of(member.Segment ?? "")}\r\n");
        }

        return csv.ToString();
    }

    /// <summary>NDJSON: a line a user.</summary>
    public static string Ndjson(Audience audience)
    {
        var lines = new StringBuilder();
        foreach (var member in audience.Members)
        {
            lines.Append(JsonSerializer.Serialize(member, AudienceJson.Default.AudienceMember)).Append('\n');
        }

        return lines.ToString();
    }
}
