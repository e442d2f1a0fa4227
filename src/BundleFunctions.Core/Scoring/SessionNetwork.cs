using System.Collections.Concurrent;
using BundleFunctions.Associations;

namespace BundleFunctions.Scoring;

/// <summary>A network that answers sessions, with what its numbers stand for. Safe to use from many threads.</summary>
internal sealed class SessionNetwork
{
    private readonly TensorModel _network;
    private readonly SessionCard _card;
    private readonly Dictionary<ProductId, int> _numbers;
    private readonly int[] _actions = new int[ActionNames.All.Count];
    private readonly int _items;
    private readonly int _kinds;
    private readonly ConcurrentBag<TensorCall> _idle = [];

    /// <exception cref="InvalidModelException">The network's tensors are not those of its card.</exception>
    public SessionNetwork(TensorModel network, SessionCard card)
    {
        (_network, _card) = (network, card);
        _numbers = new Dictionary<ProductId, int>(card.Products.Count);
        for (var i = 0; i < card.Products.Count; i++)
        {
            _numbers[card.Products[i]] = i;
        }

        for (var i = 0; i < _actions.Length; i++)
        {
            _actions[i] = card.Actions.TakeWhile(name => !string.Equals(name, ActionNames.All[i], StringComparison.Ordinal)).Count();
        }

        _items = InputOf(SessionCard.ItemsInput);
        _kinds = InputOf(SessionCard.ActionsInput);
        if (_items < 0 || (_kinds >= 0) != (card.Actions.Count > 0) || network.Inputs.Count != (_kinds < 0 ? 1 : 2)
            || network.Inputs.Any(input => input.Element != TensorElement.Int64 || input.Width != card.Length)
            || network.Outputs is not [{ Element: TensorElement.Float32 } scores] || scores.Width != card.Products.Count)
        {
            throw new InvalidModelException(
                $"The session card is of {card.Length} steps, {card.Actions.Count} actions and {card.Products.Count} products; the network takes {string.Join(", ", network.Inputs)} and gives {string.Join(", ", network.Outputs)}.");
        }
    }

    /// <summary>What comes next, best first; empty where it knows no product of the session.</summary>
    public ScoredProduct[] Score(IReadOnlyList<SessionStep> session, int limit)
    {
        var steps = new List<(int Item, int Action)>(_card.Length);
        for (var i = session.Count - 1; i >= 0 && steps.Count < _card.Length; i--)
        {
            if (_numbers.TryGetValue(session[i].Product, out var item) && ActionNames.NumberOf(session[i].Action) is >= 0 and var action
                && (_kinds < 0 || _actions[action] < _card.Actions.Count))
            {
                steps.Add((item, _actions[action]));
            }
        }

        if (steps.Count == 0 || limit <= 0)
        {
            return [];
        }

        var call = _idle.TryTake(out var idle) ? idle : _network.NewCall(1);
        try
        {
            Fill(call, steps);
            call.Run();
            var known = new HashSet<int>(session.Select(step => _numbers.GetValueOrDefault(step.Product, -1)));
            return Best(call.Output(0), known, limit);
        }
        finally
        {
            _idle.Add(call);
        }
    }

    private void Fill(TensorCall call, List<(int Item, int Action)> steps)
    {
        call.Longs(_items).Clear();
        for (var i = 0; i < steps.Count; i++)
        {
            call.Longs(_items)[_card.Length - 1 - i] = steps[i].Item + 1;
        }

        if (_kinds >= 0)
        {
            call.Longs(_kinds).Clear();
            for (var i = 0; i < steps.Count; i++)
            {
                call.Longs(_kinds)[_card.Length - 1 - i] = steps[i].Action + 1;
            }
        }
    }

    // Ties go to the lower number, which is the product first in ordinal order.
    private ScoredProduct[] Best(ReadOnlySpan<float> scores, HashSet<int> known, int limit)
    {
        var best = new PriorityQueue<int, (float Score, int Item)>(limit + 1);
        for (var item = 0; item < scores.Length; item++)
        {
            if (float.IsFinite(scores[item]) && (best.Count < limit || (best.TryPeek(out _, out var least) && scores[item] > least.Score))
                && !known.Contains(item))
            {
                best.Enqueue(item, (scores[item], -item));
                if (best.Count > limit)
                {
                    best.Dequeue();
                }
            }
        }

        var ranked = new ScoredProduct[best.Count];
        for (var i = ranked.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var item, out var priority);
            ranked[i] = new ScoredProduct(_card.Products[item], priority.Score);
        }

        return ranked;
    }

    private int InputOf(string name)
    {
        for (var i = 0; i < _network.Inputs.Count; i++)
        {
            if (string.Equals(_network.Inputs[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
