namespace ProtoGen.Grpc.Client;

/// <summary>A request body of one frame.</summary>
internal interface IFrameContent
{
    /// <summary>Gives the frame's buffer back once the call has succeeded, unless it may still be read.</summary>
    void ReturnBuffer();
}
