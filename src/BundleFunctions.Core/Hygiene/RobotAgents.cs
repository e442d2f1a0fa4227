using System.Buffers;
using System.Text;

namespace BundleFunctions.Hygiene;

/// <summary>Which user agents are robots by their own word.</summary>
public static class RobotAgents
{
    private const int MaxLength = 512;

    // Parts of names, in lower case. A part that ends in a letter must end there: "Cubot" is a telephone, and so is "Botswana" no robot.
    private static readonly string[] Names =
    [
        "bot", "crawler", "spider", "slurp", "scraper", "archiver", "facebookexternalhit", "mediapartners-google", "adsbot", "yandeximages",
        "bingpreview", "headlesschrome", "phantomjs", "electron-fetch", "puppeteer", "playwright", "selenium", "scrapy", "lighthouse", "pingdom",
        "uptimerobot", "statuscake", "curl", "wget", "libwww-perl", "python-requests", "python-urllib", "aiohttp", "httpx", "go-http-client",
        "java", "apache-httpclient", "okhttp-robot", "axios", "node-fetch", "node-superagent", "guzzlehttp", "httpie", "postmanruntime", "insomnia",
        "winhttp", "heritrix", "nutch", "feedfetcher", "validator",
    ];

    // Names of devices and apps in which a part of the above stands by chance.
    private static readonly string[] NotRobots = ["cubot", "talkbot"];

    // Programs that people use and that name the language they are written in: only at the very start it is the caller itself.
    private static readonly HashSet<string> OnlyFirst = new(StringComparer.Ordinal) { "java", "curl", "wget", "axios", "httpx", "winhttp" };

    // People's browsers are told apart in one look.
    private static readonly SearchValues<string> AnyName = SearchValues.Create(Names, StringComparison.OrdinalIgnoreCase);

    /// <summary>The robot's name as far as it is known, such as <c>googlebot</c>, in lower case; null where it does not say that it is one.</summary>
    /// <param name="userAgent">As the shop sent it.</param>
    public static string? Find(ReadOnlySpan<char> userAgent)
    {
        userAgent = userAgent[..Math.Min(userAgent.Length, MaxLength)];
        if (userAgent.IndexOfAny(AnyName) < 0)
        {
            return null;
        }

        Span<char> lower = stackalloc char[userAgent.Length];
        userAgent.ToLowerInvariant(lower);
        foreach (var name in Names)
        {
            for (var start = 0; start < lower.Length;)
            {
                var found = lower[start..].IndexOf(name);
                if (found < 0)
                {
                    break;
                }

                found += start;
                start = found + name.Length;
                if (IsRobot(lower, found, name))
                {
                    return WordAt(lower, found, start);
                }
            }
        }

        return null;
    }

    private static bool IsRobot(ReadOnlySpan<char> text, int found, string name)
    {
        var end = found + name.Length;
        if ((end < text.Length && char.IsAsciiLetter(text[end])) || (OnlyFirst.Contains(name) && found > 0))
        {
            return false;
        }

        foreach (var other in NotRobots)
        {
            if (text[..end].EndsWith(other, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // The whole word, so that a report names the robot and not its kind; letters, digits and hyphens alone, which name nobody.
    private static string WordAt(ReadOnlySpan<char> text, int start, int end)
    {
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        var word = new StringBuilder();
        foreach (var letter in text[start..Math.Min(end, start + 40)])
        {
            word.Append(letter);
        }

        return word.ToString();
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';
}
