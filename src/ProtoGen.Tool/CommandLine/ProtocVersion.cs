namespace ProtoGen.Tool.CommandLine;

/// <summary>The release of protoc whose command line and output protogenc reproduces.</summary>
internal static class ProtocVersion
{
    /// <summary>The version of the release's protobuf libraries.</summary>
    public const int Major = 7;

    /// <summary>The first part of protoc's own version.</summary>
    public const int Minor = 36;

    /// <summary>The second part of protoc's own version.</summary>
    public const int Patch = 2;

    /// <summary>Gets the version as <c>protoc --version</c> prints it.</summary>
    public static string Text { get; } = $"{Minor}.{Patch}";
}
