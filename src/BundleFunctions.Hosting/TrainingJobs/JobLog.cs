using BundleFunctions.Ports;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>What is logged of training jobs.</summary>
internal sealed partial class JobLog(ILogger logger)
{
    /// <summary>How a run ended whose watch has ended.</summary>
    public void Ended(ShopId shop, string tick, Task<JobRecord> watch)
    {
        if (watch.IsFaulted)
        {
            Lost(shop, tick, watch.Exception.InnerException!);
        }
        else if (watch.Result.State == TrainingJobState.Succeeded)
        {
            Succeeded(shop, tick, watch.Result.Message);
        }
        else
        {
            Failed(shop, tick, watch.Result.State, watch.Result.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Training of {Shop} for {Tick} runs as {Run}")]
    public partial void Started(ShopId shop, string tick, string run);

    [LoggerMessage(Level = LogLevel.Information, Message = "Training of {Shop} for {Tick} succeeded: {LastLine}")]
    private partial void Succeeded(ShopId shop, string tick, string? lastLine);

    [LoggerMessage(Level = LogLevel.Error, Message = "Training of {Shop} for {Tick} is {State}: {LastLine}")]
    private partial void Failed(ShopId shop, string tick, TrainingJobState state, string? lastLine);

    [LoggerMessage(Level = LogLevel.Error, Message = "The record of training {Shop} for {Tick} was lost")]
    private partial void Lost(ShopId shop, string tick, Exception error);
}
