using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>Metadata on its way into the headers or trailers of a response.</summary>
internal static class ResponseMetadata
{
    /// <param name="destination">Headers or trailers.</param>
    /// <param name="entry">What to add.</param>
    /// <param name="kind">"header" or "trailer", for the message of an exception.</param>
    /// <exception cref="InvalidOperationException">HTTP doesn't allow the name or the value.</exception>
    public static void Append(IHeaderDictionary destination, Metadata.Entry entry, string kind)
    {
        var value = entry.IsBinary ? BinaryHeader.Encode(entry.BinaryValue) : entry.Value;
        try
        {
            destination.Append(entry.Key, value);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new InvalidOperationException($"Error adding response {kind} '{entry.Key}'.", exception);
        }
    }
}
