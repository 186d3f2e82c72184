using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ProtoGen.Grpc.Client;

/// <summary>
/// The activity of a call, under the names that grpc-dotnet's has, which OpenTelemetry's instrumentation of clients listens to.
/// The activity of the HTTP request is its child.
/// </summary>
internal static class CallTracing
{
    private const string Name = "Grpc.Net.Client";
    private const string ActivityName = Name + ".GrpcOut";

    private static readonly ActivitySource Source = new(Name);
    private static readonly DiagnosticListener Listener = new(Name);

    private static bool IsListening => Listener.IsEnabled(ActivityName);

    /// <returns>The activity, now the current one; null if nobody wants it.</returns>
    public static Activity? Start(string method, HttpRequestMessage request)
    {
        if (!Source.HasListeners() && !Listener.IsEnabled())
            return null;
        var activity = Source.CreateActivity(ActivityName, ActivityKind.Client)
            ?? (IsListening ? new Activity(ActivityName) : null);
        if (activity is null)
            return null;
        activity.SetTag("grpc.method", method);
        activity.Start();
        if (IsListening)
            Write(".Start", new { Request = request });
        return activity;
    }

    /// <summary>Ends an activity wherever the call's end came from, whose own current activity stays.</summary>
    public static void Stop(Activity activity, StatusCode status, HttpRequestMessage request, HttpResponseMessage? response)
    {
        activity.SetTag("grpc.status_code", ((int)status).ToString(CultureInfo.InvariantCulture));
        var current = Activity.Current;
        Activity.Current = activity;
        if (IsListening)
            Write(".Stop", new { Response = response, Request = request });
        activity.Stop();
        Activity.Current = current == activity ? activity.Parent : current;
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Listeners read the properties of the anonymous types here, which are kept as they are written to.")]
    private static void Write<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string suffix, T payload) =>
        Listener.Write(ActivityName + suffix, payload);
}
