#if NETSTANDARD2_0
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Names the members that the trimmer must keep, which are accessed by reflection. The compiler needs only its name.</summary>
[AttributeUsage(AttributeTargets.GenericParameter, Inherited = false)]
internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes { get; } = memberTypes;
}

/// <summary>Kinds of members.</summary>
[Flags]
internal enum DynamicallyAccessedMemberTypes
{
    PublicConstructors = 3,
    PublicMethods = 8,
    PublicProperties = 0x200,
    NonPublicProperties = 0x400,
}
#endif
