using System.Globalization;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Events as shops send them, in every shape that the schema allows: other orders of fields, escapes, white space, unknown fields.</summary>
internal static class EventSamples
{
    /// <summary>Columns of <see cref="Row"/>.</summary>
    public const string Header =
        "eventId,type,occurredAt,userId,visitorId,sessionId,orderId,productId,quantity,unitPrice,discount,title,currency,query,channel,consentPersonalization,consentAnalytics";

    private static readonly string[] Types = ["view", "click", "add_to_cart", "remove_from_cart", "purchase", "refund", "impression", "search", "rating"];
    private static readonly string[] Titles = ["Lamp", "Émile's 灯", "\\u00dcber \\ud83d\\ude00", "5\\\" pipe, left", "[x]{y}"];
    private static readonly string[] Prices = ["19.90", "0", "5", "1e2", "999999999.99", "\"12.50\"", "0.010"];
    private static readonly string[] Times = ["10:00:00Z", "10:00:00.25+02:00", "23:59:59.9999999-11:30", "00:00:00z", "09:30:00+00:00"];

    /// <summary>One right JSON event. What is equal in <paramref name="name"/> is one event.</summary>
    public static string Json(Random random, string name)
    {
        var type = Types[random.Next(Types.Length)];
        var fields = new List<string>
        {
            $"\"type\":\"{type}\"",
            $"\"occurredAt\":\"2026-02-0{random.Next(1, 5)}T{Times[random.Next(Times.Length)]}\"",
            $"\"orderId\":\"{name}\"",
            $"\"items\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Item(random)))}]",
        };
        if (random.Next(4) > 0)
        {
            fields.Insert(0, $"\"eventId\":\"{name}\"");
        }

        Add(random, fields, 2, $"\"userId\":\"user-{random.Next(50)}@example.com\"");
        Add(random, fields, 3, $"\"visitorId\":{random.Next(1000)}");
        Add(random, fields, 3, $"\"sessionId\":\"s{random.Next(99)}\"");
        Add(random, fields, 3, "\"currency\":\"EUR\"");
        Add(random, fields, 4, "\"channel\":\"web\"");
        Add(random, fields, 5, "\"consent\":{\"personalization\":true,\"analytics\":false}");
        Add(random, fields, 6, "\"colour\":{\"of\":[1,{\"x\":null}]}");
        Add(random, fields, 6, "\"userAgent\":null");
        Add(random, fields, type == "search" ? 1 : 8, "\"query\":\"camera bag\"");
        Add(random, fields, type == "rating" ? 1 : 8, "\"rating\":4.5");
        if (random.Next(3) == 0)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(fields));
        }

        var (between, end) = random.Next(5) == 0 ? (", ", " ") : (",", "");
        return $"{{{string.Join(between, fields)}{end}}}";
    }

    /// <summary>One right CSV row.</summary>
    public static string Row(Random random, string name)
    {
        var type = Types[random.Next(Types.Length - 2)];
        var title = random.Next(6) == 0 ? "\"Lamp, \"\"large\"\"\"" : "Lamp";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name},{type},2026-02-0{random.Next(1, 5)}T10:00:00Z,user-{random.Next(50)},,s{random.Next(99)},{name},p{random.Next(20)},{random.Next(1, 9)},{random.Next(1, 99)}.50,,{title},EUR,,web,true,");
    }

    private static string Item(Random random)
    {
        var fields = new List<string> { $"\"productId\":{(random.Next(5) == 0 ? random.Next(99).ToString(CultureInfo.InvariantCulture) : $"\"p{random.Next(99)}\"")}" };
        Add(random, fields, 1, $"\"quantity\":{random.Next(1, 9)}");
        Add(random, fields, 2, $"\"unitPrice\":{Prices[random.Next(Prices.Length)]}");
        Add(random, fields, 4, $"\"title\":\"{Titles[random.Next(Titles.Length)]}\"");
        return $"{{{string.Join(',', fields)}}}";
    }

    private static void Add(Random random, List<string> fields, int oneIn, string field)
    {
        if (random.Next(oneIn) == 0)
        {
            fields.Add(field);
        }
    }
}
