using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ProtoGen.Grpc.Client;

/// <summary>Reads the status of a call off its response.</summary>
internal static class ResponseStatus
{
    private const string ContentType = "application/grpc";

    /// <summary>The end of a call that ends with its headers; null if a body is to be read.</summary>
    /// <param name="response">A response whose headers have come.</param>
    public static CallOutcome? FromHeaders(HttpResponseMessage response)
    {
        if (TryGet(response.Headers, out var status))
            return CallOutcome.FromServer(status);
        if (response.Version.Major < 2)
        {
            return Bad(StatusCode.Internal, $"Response protocol downgraded to HTTP/{response.Version.ToString(2)}.");
        }
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return Bad(
                FromHttpStatus(response.StatusCode),
                string.Create(CultureInfo.InvariantCulture, $"HTTP status code: {(int)response.StatusCode}"));
        }
        return HeaderMetadata.Get(response.Content.Headers, "content-type") switch
        {
            null => Bad(StatusCode.Unknown, "Response did not have a content-type header."),
            var type when !IsGrpc(type) => Bad(StatusCode.Unknown, "Invalid content-type value: " + type),
            _ => null,
        };
    }

    /// <summary>The end of a call whose body has ended.</summary>
    /// <param name="response">The response.</param>
    public static CallOutcome FromTrailers(HttpResponseMessage response) => TryGet(response.TrailingHeaders, out var status)
        ? CallOutcome.FromServer(status)
        : CallOutcome.FromServer(new Status(StatusCode.Unknown, "No grpc-status found on response."));

    private static bool TryGet(HttpHeaders headers, out Status status)
    {
        status = default;
        if (HeaderMetadata.Get(headers, "grpc-status") is not { } code)
            return false;
        var message = HeaderMetadata.Get(headers, "grpc-message");
        var detail = string.IsNullOrEmpty(message) ? "" : Uri.UnescapeDataString(message);
        if (code == "0")
            status = new Status(StatusCode.OK, detail);
        else if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            status = new Status(StatusCode.Unknown, "Unexpected grpc-status value: " + code);
        else
            status = new Status(number is >= 0 and <= 16 ? (StatusCode)number : StatusCode.Unknown, detail);
        return true;
    }

    private static bool IsGrpc(string contentType) =>
        contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';' or ' ');

    private static CallOutcome Bad(StatusCode code, string what) =>
        CallOutcome.FromServer(new Status(code, "Bad gRPC response. " + what));

    private static StatusCode FromHttpStatus(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.RequestHeaderFieldsTooLarge => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
