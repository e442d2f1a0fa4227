using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Gate;

/// <summary>Where a request came from. Used to count, never logged and never stored.</summary>
internal static class ClientAddress
{
    /// <summary>The caller's address; of IPv6 the network of one customer, as its holder has 2^64 of them. Null where it is not known.</summary>
    /// <param name="context">The request.</param>
    /// <param name="header">The header of the platform in front; null where there is none.</param>
    public static IPAddress? Find(HttpContext context, string? header)
    {
        // The last entry is what the platform itself saw; those before it are what the caller claims.
        var text = header is null ? default : context.Request.Headers[header].ToString().AsSpan();
        text = text[(text.LastIndexOf(',') + 1)..].Trim();
        return Network(text.Length > 0 && IPEndPoint.TryParse(text, out var told) ? told.Address : context.Connection.RemoteIpAddress);
    }

    private static IPAddress? Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
