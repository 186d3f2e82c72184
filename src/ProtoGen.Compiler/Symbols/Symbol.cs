using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>The meaning of a name: a descriptor, a package or nothing.</summary>
internal readonly struct Symbol
{
    private readonly object? _value;

    internal Symbol(Descriptor? descriptor) => _value = descriptor;

    internal Symbol(PackageNode? package) => _value = package;

    internal Descriptor? Descriptor => _value as Descriptor;

    internal PackageNode? Package => _value as PackageNode;

    internal bool IsNull => _value is null;

    internal bool IsType => _value is MessageDescriptor or EnumDescriptor;

    /// <summary>Gets whether it can contain other names.</summary>
    internal bool IsAggregate => IsType || _value is PackageNode or ServiceDescriptor;
}

/// <summary>Specifies what a lookup may find.</summary>
internal enum LookupMode
{
    /// <summary>Any element.</summary>
    All,

    /// <summary>A message or an enum; other elements of the name are skipped.</summary>
    Types,
}
