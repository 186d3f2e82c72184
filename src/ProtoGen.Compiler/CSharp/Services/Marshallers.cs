using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>Collects the marshallers of a service, one for each message type.</summary>
internal sealed class Marshallers
{
    private readonly Dictionary<MessageDescriptor, MarshallerModel> _byMessage = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<MarshallerModel> _inOrder = [];

    public MarshallerModel Of(MessageDescriptor message)
    {
        if (_byMessage.TryGetValue(message, out var known)) return known;
        // grpc_csharp_plugin uses the same name for a.b_c and a_b.c, so that its code does not compile.
        var name = "__Marshaller_" + message.FullName.Replace('.', '_');
        while (!_names.Add(name)) name += "_";
        var made = new MarshallerModel(name, CSharpNames.TypeName(message));
        _byMessage.Add(message, made);
        _inOrder.Add(made);
        return made;
    }

    public EquatableArray<MarshallerModel> InOrderOfUse() => new([.. _inOrder]);
}
