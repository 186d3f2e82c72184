namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The errors of calls with one request or response that has another number of them.</summary>
internal static class Cardinality
{
    public static RpcException NoRequest => new(new Status(StatusCode.Unimplemented, "The call needs a request message and has none."));

    public static RpcException SeveralRequests =>
        new(new Status(StatusCode.Unimplemented, "The call takes one request message and has several."));

    public static RpcException NoResponse => new(new Status(StatusCode.Cancelled, "No message returned from method."));
}
