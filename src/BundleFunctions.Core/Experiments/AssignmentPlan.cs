using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Experiments;

/// <summary>What an asker is in.</summary>
internal sealed record AssignmentPlan : StepPlan
{
    public AssignmentPlan(ExperimentAssignment assignment)
        : base(1, IsPersonal: true) => (Assignment, Generation) = (assignment, assignment.Generation);

    public ExperimentAssignment Assignment { get; }
}
