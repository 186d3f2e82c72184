using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc.AspNetCore.Server.Binding;
using ProtoGen.Grpc.AspNetCore.Server.Calls;

namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>Makes endpoints of a service's methods, and of the answers to calls of others.</summary>
internal static class ServiceMapper
{
    // After all endpoints of the application's own, before its fallbacks; unknown services after unknown methods of known ones.
    private const int UnknownServiceOrder = int.MaxValue / 2;
    private const int UnknownMethodOrder = UnknownServiceOrder / 2;

    public static GrpcServiceEndpointConventionBuilder Map(IEndpointRouteBuilder routes, IReadOnlyList<ServiceMethod> methods)
    {
        var endpoints = new List<IEndpointConventionBuilder>();
        foreach (var method in methods)
            endpoints.Add(MapMethod(routes, method));
        if (methods.Count > 0)
        {
            var mapped = routes.ServiceProvider.GetRequiredService<MappedServices>();
            var settings = methods[0].Handler.Services.Options;
            foreach (var service in methods.Select(method => method.Method.ServiceName).Distinct())
            {
                if (!settings.IgnoreUnknownMethods && mapped.Add(routes, service))
                    endpoints.Add(MapUnimplemented(routes, service, UnknownMethodOrder + mapped.NextAnswer()));
            }
            if (!settings.IgnoreUnknownServices && mapped.Add(routes, ""))
                MapUnimplemented(routes, service: null, UnknownServiceOrder + mapped.NextAnswer());
        }
        return new GrpcServiceEndpointConventionBuilder(endpoints);
    }

    private static IEndpointConventionBuilder MapMethod(IEndpointRouteBuilder routes, ServiceMethod method)
    {
        var name = method.Method;
        ServerLog.MethodMapped(method.Handler.Services.Logger, name.FullName, name.Type, method.ServiceType);
        var pattern = RoutePatternFactory.Pattern(
            name.FullName, Segment(name.ServiceName), Segment(name.Name));
        return routes.Map(pattern, method.Handler.InvokeAsync).WithMetadata(
        [
            new GrpcMethodMetadata(method.ServiceType, name),
            .. method.Attributes,
        ]).WithDisplayName($"gRPC - {name.FullName}");
    }

    private static IEndpointConventionBuilder MapUnimplemented(IEndpointRouteBuilder routes, string? service, int order)
    {
        var method = RoutePatternFactory.ParameterPart(
            "unimplementedMethod",
            @default: null,
            RoutePatternParameterKind.Standard,
            RoutePatternFactory.ParameterPolicy(new GrpcRequestConstraint(takesPreflights: service is not null)));
        var pattern = RoutePatternFactory.Pattern(
            $"/{service ?? "{unimplementedService}"}/{{unimplementedMethod}}",
            service is null
                ? RoutePatternFactory.Segment(RoutePatternFactory.ParameterPart("unimplementedService"))
                : Segment(service),
            RoutePatternFactory.Segment(method));
        var endpoint = routes.Map(pattern, service is null ? UnimplementedAnswer.Service : UnimplementedAnswer.Method);
        endpoint.Add(builder =>
        {
            ((RouteEndpointBuilder)builder).Order = order;
            builder.Metadata.Add(UnimplementedMetadata.Instance);
        });
        return endpoint.WithDisplayName(service is null ? "gRPC - Unimplemented service" : $"gRPC - Unimplemented method for {service}");
    }

    private static RoutePatternPathSegment Segment(string literal) =>
        RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(literal));
}
