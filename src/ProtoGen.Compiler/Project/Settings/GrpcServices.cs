namespace ProtoGen.Compiler.Project.Settings;

/// <summary>The sides of a file's services that are generated: the item metadata GrpcServices.</summary>
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
