namespace ProtoGen.Compiler.Project.Settings;

/// <summary>Which side of a file's services is generated: the item metadata GrpcServices.</summary>
[Flags]
public enum GrpcServices
{
    /// <summary>Messages only.</summary>
    None = 0,

    /// <summary>The client.</summary>
    Client = 1,

    /// <summary>The base class that a server derives from.</summary>
    Server = 2,

    /// <summary>Both sides.</summary>
    Both = Client | Server,
}
