using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes the members of IExtendableMessage.</summary>
internal static class ExtendableEmitter
{
    public static void Write(CodeWriter writer, MessageModel message)
    {
        var single = $"pb::Extension<{message.Name}, TValue> extension";
        var repeated = $"pb::RepeatedExtension<{message.Name}, TValue> extension";
        writer.Line($"public TValue GetExtension<TValue>({single}) => pb::ExtensionSet.Get(ref _extensions, extension);");
        writer.Line($"public pbc::RepeatedField<TValue> GetExtension<TValue>({repeated}) => pb::ExtensionSet.Get(ref _extensions, extension);");
        writer.Line($"public pbc::RepeatedField<TValue> GetOrInitializeExtension<TValue>({repeated}) => pb::ExtensionSet.GetOrInitialize(ref _extensions, extension);");
        writer.Line($"public void SetExtension<TValue>({single}, TValue value) {{ pb::ExtensionSet.Set(ref _extensions, extension, value); }}");
        writer.Line($"public bool HasExtension<TValue>({single}) => pb::ExtensionSet.Has(ref _extensions, extension);");
        writer.Line($"public void ClearExtension<TValue>({single}) {{ pb::ExtensionSet.Clear(ref _extensions, extension); }}");
        writer.Line($"public void ClearExtension<TValue>({repeated}) {{ pb::ExtensionSet.Clear(ref _extensions, extension); }}");
        writer.Line();
    }
}
