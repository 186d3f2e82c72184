namespace ProtoGen.Tool.Reporting;

/// <summary>Ends the run with exit code 1 after its message has been printed.</summary>
internal sealed class ToolException(string message) : Exception(message)
{
    /// <summary>Gets whether the message ends with a line feed when it is printed; protoc leaves it out after some.</summary>
    public bool EndsLine { get; init; } = true;
}
