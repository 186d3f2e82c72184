namespace ProtoGen.Compiler.Schema;

/// <summary>Editions, with the numbers of <c>google.protobuf.Edition</c>.</summary>
public enum Edition
{
    /// <summary>No edition given.</summary>
    Unknown = 0,

    /// <summary>A value below every edition, used by feature defaults.</summary>
    Legacy = 900,

    /// <summary><c>syntax = "proto2"</c>, or no syntax line.</summary>
    Proto2 = 998,

    /// <summary><c>syntax = "proto3"</c>.</summary>
    Proto3 = 999,

    /// <summary>Edition 2023.</summary>
    Edition2023 = 1000,

    /// <summary>Edition 2024.</summary>
    Edition2024 = 1001,

    /// <summary>Edition 2026.</summary>
    Edition2026 = 1002,

    /// <summary>For development only.</summary>
    Unstable = 9999,

    /// <summary>protoc's test editions.</summary>
    Edition1TestOnly = 1,

    /// <summary>protoc's test editions.</summary>
    Edition2TestOnly = 2,

    /// <summary>protoc's test editions.</summary>
    Edition99997TestOnly = 99997,

    /// <summary>protoc's test editions.</summary>
    Edition99998TestOnly = 99998,

    /// <summary>protoc's test editions.</summary>
    Edition99999TestOnly = 99999,

    /// <summary>A value above every edition.</summary>
    Max = 0x7FFFFFFF,
}
