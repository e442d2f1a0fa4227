using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Search;

namespace BundleFunctions.Training.Tests.Search;

public sealed class ParameterTests
{
    [Fact]
    public void At_EveryPlace_StaysInRangeAndReachesBothEnds()
    {
        var whole = new IntParameter("n", -2, 2);
        var log = RealParameter.Logarithmic("l", 0.01, 100);
        var linear = RealParameter.Linear("f", -1, 1);
        var choice = new ChoiceParameter("c", "x", "y");
        double[] places = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0), Math.BitDecrement(1.0)];

        places.Select(place => whole.At(place).Number).Distinct().ShouldBe([-2, -1, 0, 1, 2]);
        places.Select(place => choice.At(place).Text).Distinct().ShouldBe(["x", "y"]);
        places.ShouldAllBe(place => log.At(place).Number >= 0.01 && log.At(place).Number <= 100);
        log.At(0.5).Number.ShouldBe(1, 1e-12);
        linear.At(0.25).Number.ShouldBe(-0.5, 1e-12);
    }

    [Fact]
    public void Space_NoParametersOrTwoOfOneName_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new ParameterSpace());
        Should.Throw<ArgumentException>(() => new ParameterSpace(new IntParameter("a", 0, 1), new IntParameter("a", 0, 2)));
        Should.Throw<ArgumentException>(() => RealParameter.Logarithmic("l", 0, 1));
        Should.Throw<ArgumentException>(() => new ChoiceParameter("c", "x", "x"));
    }

    [Fact]
    public void ModelObjective_TypesThatItHolds_LeadToValidationOnly()
    {
        // What a search for models is given, and all that can be reached from it by members: never both tasks of a split.
        var reachable = new HashSet<Type>();
        void Visit(Type type)
        {
            if (type.Assembly == typeof(ModelObjective).Assembly && reachable.Add(type))
            {
                foreach (var next in type.GetProperties().Select(property => property.PropertyType)
                    .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)))
                {
                    Visit(next);
                }
            }
        }

        Visit(typeof(ModelObjective));
        reachable.ShouldContain(typeof(ValidationTask));
        reachable.ShouldNotContain(typeof(SplitTasks));
        typeof(ValidationTask).GetConstructors().ShouldBeEmpty("a test task must not pass for a validation task");
    }
}
