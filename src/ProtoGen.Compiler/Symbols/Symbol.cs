using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>What a name denotes: a descriptor, a package or nothing.</summary>
internal readonly struct Symbol
{
    private readonly object? _value;

    internal Symbol(Descriptor? descriptor) => _value = descriptor;

    internal Symbol(PackageNode? package) => _value = package;

    internal Descriptor? Descriptor => _value as Descriptor;

    internal PackageNode? Package => _value as PackageNode;

    internal bool IsNull => _value is null;

    internal bool IsType => _value is MessageDescriptor or EnumDescriptor;

    /// <summary>Whether other names can be inside it.</summary>
    internal bool IsAggregate => IsType || _value is PackageNode or ServiceDescriptor;
}

/// <summary>What a lookup is content with.</summary>
internal enum LookupMode
{
    /// <summary>Anything of the name.</summary>
    All,

    /// <summary>A message or an enum; other things of the name are passed over.</summary>
    Types,
}
