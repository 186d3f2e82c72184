using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>
/// Takes the answers to unknown methods out of the running where the path names a known one. They would never be chosen, but
/// with them in it routing captures the parts of the path for each call.
/// </summary>
internal sealed class KnownMethodPolicy : MatcherPolicy, INodeBuilderPolicy
{
    // Before all else: there is less to choose from afterwards.
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(IsUnimplemented) && endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [new PolicyNodeEdge(state: 0, [.. endpoints.Where(endpoint => !IsUnimplemented(endpoint))])];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new OnlyDestination(edges[0].Destination);

    private static bool IsUnimplemented(Endpoint endpoint) => endpoint.Metadata.GetMetadata<UnimplementedMetadata>() is not null;

    private sealed class OnlyDestination(int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => destination;
    }
}
