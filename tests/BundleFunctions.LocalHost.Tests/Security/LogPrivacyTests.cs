using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Tests.Security;

public sealed class LogPrivacyTests
{
    [Fact]
    public async Task Log_WhateverIsAsked_HoldsNoPersonAndNoKey()
    {
        await using var host = await ApiHost.StartAsync(("Limits:FailuresPerMinute", "5"));
        const string User = "zoe.person@example.org";
        const string Visitor = "visitor-7f3a9c";
        const string Session = "session-5b1d2e";
        var events = $$"""
            [{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"{{Visitor}}","userId":"{{User}}","sessionId":"{{Session}}","items":[{"productId":"a","quantity":1}]},
             {"type":"purchase","occurredAt":"2026-02-01T10:00:00Z","visitorId":"{{Visitor}}","items":[]}, {"type":"wave","userId":"{{User}}"}]
            """;
        foreach (var function in ApiHost.Functions)
        {
            foreach (var verb in function.HttpMethods)
            {
                var path = ApiHost.PathOf(function, ApiHost.Shop).Replace("x-1", Uri.EscapeDataString(User), StringComparison.Ordinal);
                foreach (var key in new[] { host.AdminKey, host.ReadKey, "bf_" + new string('Q', 43) })
                {
                    await host.AskAsync(verb, $"{path}?userId={Uri.EscapeDataString(User)}&visitorId={Visitor}&sessionId={Session}", key, verb is "GET" or "DELETE" or "OPTIONS" ? null : events);
                }
            }
        }

        (await host.AskAsync("POST", "/api/v1/demo/events", host.ReadKey, events)).Status.ShouldBe(202);
        await Task.Delay(300);

        var pseudonyms = host.Services.GetRequiredService<Pseudonymizer>();
        string[] secrets =
        [
            User, Uri.EscapeDataString(User), Visitor, Session, host.AdminKey, host.ReadKey, new string('Q', 43),
            pseudonyms.Create(PseudonymKind.User, ApiHost.Shop, User).Value,
            pseudonyms.Create(PseudonymKind.Visitor, ApiHost.Shop, Visitor).Value,
            pseudonyms.Create(PseudonymKind.Session, ApiHost.Shop, Session).Value,
        ];
        host.Log.All.ShouldNotBeEmpty();
        host.Log.All.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }
}
