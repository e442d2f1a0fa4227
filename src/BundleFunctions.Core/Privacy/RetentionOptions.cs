namespace BundleFunctions.Privacy;

/// <summary>For how many days each kind of data is kept, 1..36500; what is left out is kept for ever.</summary>
public sealed record RetentionOptions
{
    private const int Most = 36_500;

    /// <summary>Raw event and product files that were taken in, from their last write.</summary>
    public int? RawDays { get; init; }

    /// <summary>Events of the lake, from the day on which they happened: what is older is not learned from any more.</summary>
    public int? LakeDays { get; init; }

    /// <summary>Refused lines.</summary>
    public int? RejectsDays { get; init; }

    /// <summary>Records of training runs.</summary>
    public int? JobsDays { get; init; }

    /// <summary>Models that no generation is made of any more.</summary>
    public int? ModelsDays { get; init; }

    /// <summary>Generations that neither serve nor served last.</summary>
    public int? GenerationsDays { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate()
    {
        foreach (var (name, days) in new[]
        {
            ("rawDays", RawDays), ("lakeDays", LakeDays), ("rejectsDays", RejectsDays),
            ("jobsDays", JobsDays), ("modelsDays", ModelsDays), ("generationsDays", GenerationsDays),
        })
        {
            if (days is < 1 or > Most)
            {
                return $"retention.{name} is {days}; expected 1..{Most}.";
            }
        }

        return null;
    }
}
