using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes the members of a message without a base class. Like protoc's code, they only use Google.Protobuf.</summary>
internal sealed class CompleteMembersEmitter(MessageModel message, FieldEmitter[] fields, OneofEmitter[] oneofs)
{
    private readonly string _mayBeNull = message.HasNullableAnnotations ? "?" : "";

    public void WriteStatics(CodeWriter writer)
    {
        var name = message.Name;
        writer.WriteLine($"private pb::UnknownFieldSet{_mayBeNull} _unknownFields;");
        if (message.IsExtendable)
        {
            // IsInitialized in Google.Protobuf finds the extensions by the name of this property.
            writer.WriteLine($$"""
                {{(message.ExtensionsAreInternal ? "internal" : "private")}} pb::ExtensionSet<{{name}}>{{_mayBeNull}} _extensions;
                private pb::ExtensionSet<{{name}}>{{_mayBeNull}} _Extensions => _extensions;
                """);
        }

        // A method is cheaper for the C# compiler than a lambda, which would add a class to each message.
        if (!message.IsNewTaken) writer.WriteLine($"private static {name} _New() => new {name}();");
        var factory = message.IsNewTaken ? $"() => new {name}()" : "_New";
        writer.WriteLine($$"""
            public static pb::MessageParser<{{name}}> Parser { get; } = new pb::MessageParser<{{name}}>({{factory}});
            public static pbr::MessageDescriptor Descriptor => {{message.DescriptorAccessor}};
            pbr::MessageDescriptor pb::IMessage.Descriptor => Descriptor;

            public {{name}}() { OnConstruction(); }
            partial void OnConstruction();
            """);
        WriteCopyConstructor(writer);
        writer.WriteLine($$"""
            public {{name}} Clone() => new {{name}}(this);

            """);
    }

    public void WriteInstanceMembers(CodeWriter writer)
    {
        WriteEquality(writer);
        WriteGetHashCode(writer);
        writer.WriteLine("public override string ToString() => pb::JsonFormatter.ToDiagnosticString(this);");
        writer.WriteLine();
        WriteMergeFrom(writer);
        WriteOutput(writer);
        WriteParsing(writer);
        if (message.IsExtendable) WriteExtensionMembers(writer);
    }

    private void WriteCopyConstructor(CodeWriter writer)
    {
        writer.OpenBlock($"public {message.Name}({message.Name} other) : this()");
        for (var i = 0; i < message.HasBitsCount; i++)
        {
            var bits = "_hasBits" + i.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine($"{bits} = other.{bits};");
        }

        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                field.WriteCopy(writer);
        }

        foreach (var oneof in oneofs) oneof.WriteCopy(writer);
        if (message.IsExtendable) writer.WriteLine("_extensions = pb::ExtensionSet.Clone(other._extensions);");
        writer.WriteLine("_unknownFields = pb::UnknownFieldSet.Clone(other._unknownFields);");
        writer.CloseBlock();
    }

    private void WriteMergeFrom(CodeWriter writer)
    {
        writer.OpenBlock($"public void MergeFrom({message.Name} other)");
        writer.WriteLine("if (other == null) return;");
        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                field.WriteMergeFrom(writer);
        }

        foreach (var oneof in oneofs) oneof.WriteMergeFrom(writer);
        if (message.IsExtendable) writer.WriteLine("pb::ExtensionSet.MergeFrom(ref _extensions, other._extensions);");
        writer.WriteLine("_unknownFields = pb::UnknownFieldSet.MergeFrom(_unknownFields, other._unknownFields);");
        writer.CloseBlock();
        writer.WriteLine();
    }

    private void WriteEquality(CodeWriter writer)
    {
        writer.WriteLine($$"""
            public override bool Equals(object{{_mayBeNull}} other) => Equals(other as {{message.Name}});
            public bool Equals({{message.Name}}{{_mayBeNull}} other) {
            """);
        writer.Indent();
        var rest = message.IsExtendable
            ? "object.Equals(_extensions, other._extensions) && object.Equals(_unknownFields, other._unknownFields)"
            : "object.Equals(_unknownFields, other._unknownFields)";
        EqualityEmitter.WriteBody(writer, fields, oneofs, rest, mayBeNull: true);
        writer.CloseBlock();
    }

    private void WriteGetHashCode(CodeWriter writer)
    {
        writer.OpenBlock("public override int GetHashCode()");
        writer.WriteLine("int hash = 1;");
        foreach (var field in fields) field.WriteHash(writer);
        foreach (var oneof in oneofs) oneof.WriteHash(writer);
        if (message.IsExtendable) writer.WriteLine("if (_extensions != null) hash ^= _extensions.GetHashCode();");
        writer.WriteLine("if (_unknownFields != null) hash ^= _unknownFields.GetHashCode();");
        writer.WriteLine("return hash;");
        writer.CloseBlock();
    }

    private void WriteOutput(CodeWriter writer)
    {
        writer.WriteLine("public void WriteTo(pb::CodedOutputStream output) { output.WriteRawMessage(this); }");
        writer.OpenBlock("void pb::IBufferMessage.InternalWriteTo(ref pb::WriteContext output)");
        foreach (var index in message.FieldsByNumber) fields[index].WriteOutput(writer);
        if (message.IsExtendable) writer.WriteLine("if (_extensions != null) _extensions.WriteTo(ref output);");
        writer.WriteLine("if (_unknownFields != null) _unknownFields.WriteTo(ref output);");
        writer.CloseBlock();
        writer.OpenBlock("public int CalculateSize()");
        writer.WriteLine("int size = 0;");
        foreach (var field in fields) field.WriteSize(writer);
        if (message.IsExtendable) writer.WriteLine("if (_extensions != null) size += _extensions.CalculateSize();");
        writer.WriteLine("if (_unknownFields != null) size += _unknownFields.CalculateSize();");
        writer.WriteLine("return size;");
        writer.CloseBlock();
    }

    private void WriteParsing(CodeWriter writer)
    {
        writer.WriteLine("""
            public void MergeFrom(pb::CodedInputStream input) { input.ReadRawMessage(this); }
            void pb::IBufferMessage.InternalMergeFrom(ref pb::ParseContext input) {
              uint tag;
              while ((tag = input.ReadTag()) != 0) {
                if ((tag & 7) == 4) return;
                switch (tag) {
            """);
        writer.Indent();
        writer.Indent();
        writer.Indent();
        foreach (var index in message.FieldsByNumber)
        {
            var field = message.Fields[index];
            writer.Write(field.IsPackable ? $"case {field.Value.Tag}: case {WireCalls.PackedTag(field)}: " : $"case {field.Tag}: ");
            fields[index].WriteParsing(writer);
            writer.WriteLine(" break;");
        }

        var test = message.IsExtendable ? "if (!pb::ExtensionSet.TryMergeFieldFrom(ref _extensions, ref input)) " : "";
        writer.WriteLine($"default: {test}_unknownFields = pb::UnknownFieldSet.MergeFieldFrom(_unknownFields, ref input); break;");
        writer.Outdent();
        writer.Outdent();
        writer.Outdent();
        writer.WriteLine("""
                }
              }
            }

            """);
    }

    private void WriteExtensionMembers(CodeWriter writer)
    {
        var single = $"pb::Extension<{message.Name}, TValue> extension";
        var repeated = $"pb::RepeatedExtension<{message.Name}, TValue> extension";
        writer.WriteLine($$"""
            public TValue GetExtension<TValue>({{single}}) => pb::ExtensionSet.Get(ref _extensions, extension);
            public pbc::RepeatedField<TValue>{{_mayBeNull}} GetExtension<TValue>({{repeated}}) => pb::ExtensionSet.Get(ref _extensions, extension);
            public pbc::RepeatedField<TValue> GetOrInitializeExtension<TValue>({{repeated}}) => pb::ExtensionSet.GetOrInitialize(ref _extensions, extension);
            public void SetExtension<TValue>({{single}}, TValue value) { pb::ExtensionSet.Set(ref _extensions, extension, value); }
            public bool HasExtension<TValue>({{single}}) => pb::ExtensionSet.Has(ref _extensions, extension);
            public void ClearExtension<TValue>({{single}}) { pb::ExtensionSet.Clear(ref _extensions, extension); }
            public void ClearExtension<TValue>({{repeated}}) { pb::ExtensionSet.Clear(ref _extensions, extension); }

            """);
    }
}
