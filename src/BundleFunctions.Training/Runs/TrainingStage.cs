namespace BundleFunctions.Training.Runs;

/// <summary>What a training run is doing.</summary>
public enum TrainingStage
{
    /// <summary>Looks over the lake for what does not count; counts events.</summary>
    Survey,

    /// <summary>Reads the lake; counts events.</summary>
    Events,

    /// <summary>Makes sure there is a catalogue snapshot; counts products.</summary>
    Catalogue,

    /// <summary>Lets models stand against each other on the newest orders; counts models.</summary>
    Evaluation,

    /// <summary>Lets models stand against each other on the newest sessions; counts models.</summary>
    Sessions,

    /// <summary>Lets ways to order bundles stand against each other on the newest answers; counts them.</summary>
    Order,

    /// <summary>Counts what is bought with what; counts products.</summary>
    Associations,

    /// <summary>Writes the model folder; counts bytes.</summary>
    Writing,
}
