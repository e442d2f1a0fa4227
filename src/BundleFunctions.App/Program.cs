using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddBundleFunctions(builder.Configuration).AddRequestGate();
builder.Build().Run();
