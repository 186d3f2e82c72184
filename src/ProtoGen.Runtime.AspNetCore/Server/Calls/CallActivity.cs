using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Names the call on the activity of the HTTP request, where tracing is on.</summary>
internal static class CallActivity
{
    private const string MethodTag = "grpc.method";
    private const string StatusTag = "grpc.status_code";

    public static void Begin(HttpContext http, string method) => Find(http)?.SetTag(MethodTag, method);

    public static void End(HttpContext http, StatusCode status) =>
        Find(http)?.SetTag(StatusTag, ((int)status).ToString(CultureInfo.InvariantCulture));

    private static Activity? Find(HttpContext http) =>
        Activity.Current is null ? null : http.Features.Get<IHttpActivityFeature>()?.Activity;
}
