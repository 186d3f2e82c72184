using System.Reflection;
using System.Runtime.InteropServices;

namespace ProtoGen.Grpc.Client;

/// <summary>What this client calls itself, in the form that the specification gives.</summary>
internal static class UserAgent
{
    public static string Value { get; } =
        $"grpc-protogen/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)} ({RuntimeInformation.FrameworkDescription})";
}
