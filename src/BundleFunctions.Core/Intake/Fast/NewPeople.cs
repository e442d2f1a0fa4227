using System.Text;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Intake.Fast;

/// <summary>Personal identifiers that were seen first in this chunk: their pseudonyms are made several at a time.</summary>
internal sealed class NewPeople(ShopId shop, Pseudonymizer pseudonymizer, PeopleFilter people)
{
    private readonly PseudonymLanes? _lanes = pseudonymizer.ToLanes(shop);
    private readonly (ValueTable Table, int Number)[] _waiting = new (ValueTable, int)[PseudonymLanes.Lanes];
    private int _count;

    /// <summary>Whether one of them turned out to be a person who was erased.</summary>
    public bool AreErased { get; private set; }

    /// <summary>Puts the pseudonym of an identifier into its table, now or when <see cref="Finish"/> is called.</summary>
    public void Add(ValueTable table, int number, PseudonymKind kind, ReadOnlySpan<byte> id)
    {
        if (_lanes?.TrySet(_count, kind, id) is not true)
        {
            Encoding.ASCII.GetBytes(pseudonymizer.Create(kind, shop, Encoding.UTF8.GetString(id)).Value, table.Kept(number));
            LookUp(table, number);
            return;
        }

        _waiting[_count++] = (table, number);
        if (_count == _waiting.Length)
        {
            Make();
        }
    }

    /// <summary>Makes what is still to make.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            Make();
        }
    }

    /// <summary>Forgets whether somebody was erased.</summary>
    public void Begin() => AreErased = false;

    private void Make()
    {
        _lanes!.Run();
        for (var lane = 0; lane < _count; lane++)
        {
            var (table, number) = _waiting[lane];
            _lanes.Get(lane, table.Kept(number));
            LookUp(table, number);
        }

        _count = 0;
    }

    private void LookUp(ValueTable table, int number)
    {
        if (people.KnowsErased && people.WasErased(Identifier.Parse<Pseudonym>(Encoding.ASCII.GetString(table.Kept(number)))))
        {
            table.LeaveOut(number);
            AreErased = true;
        }
    }
}
