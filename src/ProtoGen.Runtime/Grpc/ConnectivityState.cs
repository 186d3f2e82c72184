namespace ProtoGen.Grpc;

/// <summary>What a channel's connection is doing.</summary>
public enum ConnectivityState
{
    /// <summary>Not connected; the next call connects.</summary>
    Idle,

    /// <summary>Connecting.</summary>
    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>The last attempt failed.</summary>
    TransientFailure,

    /// <summary>The channel was disposed.</summary>
    Shutdown,
}
