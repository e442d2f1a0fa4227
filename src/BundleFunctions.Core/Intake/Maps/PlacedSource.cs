namespace BundleFunctions.Intake.Maps;

/// <summary>An <see cref="ImportSource"/> by the numbers of its places.</summary>
internal sealed record PlacedSource(int[] Places, bool IsJoined)
{
    /// <summary>The value; null where there is none.</summary>
    public FieldFault? Read(IRecordValues values, out string? text)
    {
        text = null;
        List<string>? parts = null;
        FieldFault? fault = null;
        foreach (var place in Places)
        {
            var wrong = values.Read(place, out var found);
            fault ??= wrong;
            if (!IsJoined && found is not null)
            {
                text = found;
                return null;
            }

            if (IsJoined && found is null)
            {
                return fault;
            }

            if (IsJoined)
            {
                (parts ??= []).Add(found!);
            }
        }

        text = parts is null ? null : string.Join('-', parts);
        return fault;
    }
}
