using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>
/// Tells methods apart whose names differ in case alone, which routing by itself doesn't. Applies only where there are such.
/// </summary>
internal sealed class ExactMethodNamePolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Any(group => group.Count() > 1);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } metadata
                && httpContext.Request.Path.Value?.EndsWith(metadata.Method.FullName, StringComparison.Ordinal) != true)
            {
                candidates.SetValidity(i, false);
            }
        }
        return Task.CompletedTask;
    }
}
