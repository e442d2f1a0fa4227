using System.Text.RegularExpressions;

namespace BundleFunctions.Assistant.Slots;

/// <summary>Reads for how many persons, or how many pieces, something is wanted. Matched without backtracking, as prices are.</summary>
internal static class QuantityReader
{
    private const string Num = NumberText.Pattern;

    private static readonly Regex People = Make(
        $@"(?:(?<n>{Num}) ?(?:other |more |young |little |small )?(?:people|persons?|guests?|kids?|children|adults?|of us|friends|colleagues|coworkers|co-workers|employees|students"
        + @"|pupils|classmates|teachers|players|members|mates|heads|visitors|attendees|bridesmaids|neighbours|neighbors|grown-ups|teenagers|toddlers|staff)\b"
        + $@"|(?:family|group|party|team|class|crew|staff|household) of (?:about |around |roughly )?(?<n>{Num})"
        + $"|(?<n>{Num}) ?(?:来|多|几)?(?:个人|号人|位|名|口人?|口之家|人|个?(?:大人|小孩|孩子|小朋友|朋友|好友|同事|同学|客人|员工|学生|伙伴|队友|成员|家人|姐妹|兄弟|亲戚|邻居|老师|客户))"
        + "|(?:我们|咱们?|你们|他们|她们)(?:兄弟|姐妹|夫妻|母女|父子)?(?<n>[俩仨]))");

    private static readonly Regex Pieces = Make(
        $@"(?:(?<n>{Num}) ?(?:x\b|pcs\b|pieces?\b|sets?\b|copies\b|units?\b|pairs?\b|identical\b|of (?:the|them|these|those|your|each|it|that|this)\b|of[?.!]?$)"
        + $@"|(?<n>{Num}) (?:[a-z-]+ ){{1,3}}(?:sets|kits|bundles|packs|packages|combos)\b"
        + $@"|(?<n>[{ChineseNumber.Signs}]+|\d+) ?(?:套|份|件|只|台|盒|双|把|张|瓶|包|条|个))");

    private static readonly Regex Plural = Make($@"(?:^|need|needs|want|for|buy|buying|get|order|ordering|take|have|like|supply|provide|manage|send|give me|sell me) ?(?<n>{EnglishNumber.Pattern}|\d{{1,3}})(?<words>(?: [a-z]+){{1,4}})");

    /// <summary>How many; null where the question does not say, or says one.</summary>
    /// <param name="question">In lower case and plain signs, prices blanked out.</param>
    /// <param name="place">Where it stands.</param>
    public static Quantity? Find(string question, out Range place) =>
        Find(People, question, isPeople: true, out place)
        ?? Find(Pieces, question, isPeople: false, out place)
        ?? Find(Plural, question, isPeople: false, out place);

    private static Quantity? Find(Regex pattern, string question, bool isPeople, out Range place)
    {
        foreach (Match match in pattern.Matches(question))
        {
            var number = match.Groups["n"];
            if (NumberText.TryRead(number.Value, out var count) && count is >= 2 and <= 999 && count == Math.Floor(count) && IsPlural(match.Groups["words"]))
            {
                place = match.Groups["words"].Success ? number.Index..(number.Index + number.Length) : match.Index..(match.Index + match.Length);
                return new Quantity((int)count, isPeople);
            }
        }

        place = default;
        return null;
    }

    // "three smart lamps" counts, "three tier stand" does not: of the words behind the number one must be a plural.
    private static bool IsPlural(Group words) =>
        !words.Success || words.Value.Split(' ').Take(4).Any(word => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'));

    // Its time is linear in the text: a limit by the clock would only fail questions on a busy machine.
    private static Regex Make(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);
}
