namespace ProtoGen.Tool.Reporting;

/// <summary>The exception that ends the run with exit code 1 after its message is printed.</summary>
internal sealed class ToolException(string message) : Exception(message)
{
    /// <summary>Gets whether a line feed follows the message. protoc omits it after some messages.</summary>
    public bool EndsLine { get; init; } = true;
}
