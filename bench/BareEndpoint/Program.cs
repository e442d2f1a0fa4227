// The rival of the serving benchmark: Kestrel alone, answering every request with the bytes of one file.
// Usage: BareEndpoint PORT FILE
var body = File.ReadAllBytes(args[1]);
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
builder.Logging.ClearProviders();
var app = builder.Build();
app.Run(context =>
{
    context.Response.ContentType = "application/json";
    context.Response.ContentLength = body.Length;
    return context.Response.Body.WriteAsync(body, 0, body.Length);
});
app.Run();
