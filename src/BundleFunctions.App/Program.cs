using BundleFunctions.App;
using BundleFunctions.App.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// A setting that cannot be used throws here, in the first second, with its name.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddApp(builder.Configuration);
builder.Services.AddAzureMonitor(builder.Configuration);
builder.Build().Run();
