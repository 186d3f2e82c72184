namespace ProtoGen.Compiler.Project.Settings;

/// <summary>The parts of a file's services to generate, as in the item metadata GrpcServices.</summary>
[Flags]
public enum GrpcServices
{
    /// <summary>Messages only.</summary>
    None = 0,

    /// <summary>The client.</summary>
    Client = 1,

    /// <summary>The base class that a server derives from.</summary>
    Server = 2,

    /// <summary>The client and the base class.</summary>
    Both = Client | Server,
}
