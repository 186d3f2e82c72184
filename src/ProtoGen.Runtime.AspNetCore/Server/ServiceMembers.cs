using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>What trimming must keep of a service class: its constructors, and its methods for the attributes on them.</summary>
internal static class ServiceMembers
{
    public const DynamicallyAccessedMemberTypes Accessibility =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.NonPublicMethods;
}
