namespace ProtoGen.Grpc;

/// <summary>The responses of a call being served.</summary>
/// <typeparam name="T">The response message.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
