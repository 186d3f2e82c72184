using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>
/// Writes the members of a message that derives from ProtoGen.Runtime's base class, which implements everything that does not depend on the
/// fields.
/// </summary>
internal sealed class DerivedMembersEmitter(MessageModel message, FieldEmitter[] fields, OneofEmitter[] oneofs)
{
    /// <summary>
    /// The maximum number of fields that one method reads. The just-in-time compiler does not optimize a method of thousands of branches.
    /// </summary>
    private const int FieldsPerMethod = 128;

    /// <summary>
    /// The maximum number of fields among which the next one is searched. A comparison of the tag selects one of these groups.
    /// </summary>
    private const int FieldsPerGroup = 8;

    public void WriteStatics(CodeWriter writer)
    {
        var name = message.Name;
        writer.WriteLine($$"""
            public static pb::MessageParser<{{name}}> Parser => _Parser;
            public static pbr::MessageDescriptor Descriptor => {{message.DescriptorAccessor}};
            public {{name}}() { OnConstruction(); }
            public {{name}}({{name}} other) : this() { _CopyFrom(other); }
            partial void OnConstruction();
            """);
        // A class cannot have a member with its own name. The base class then has slower methods.
        if (name != "Clone") writer.WriteLine($"public override {name} Clone() => new {name}(this);");
        writer.WriteLine();
    }

    public void WriteOverrides(CodeWriter writer)
    {
        writer.WriteLine($$"""
            protected override pbr::MessageDescriptor _GetDescriptor() => Descriptor;
            protected override pgr::Message _New() => new {{message.Name}}();
            """);
        // IsInitialized in Google.Protobuf searches for the extensions by this name, and only among the members that the class itself
        // declares.
        if (message.IsExtendable)
        {
            writer.WriteLine(
                $"private pb::ExtensionSet<{message.Name}>{(message.HasNullableAnnotations ? "?" : "")} _Extensions => _extensions;");
        }
        // The base class is also used by files without annotations, so it cannot declare that the list may be null.
        if (message is { IsExtendable: true, HasNullableAnnotations: true })
        {
            var parameter = $"pb::RepeatedExtension<{message.Name}, TValue> extension";
            writer.WriteLine($"public new pbc::RepeatedField<TValue>? GetExtension<TValue>({parameter}) => base.GetExtension(extension);");
        }

        if (fields.Length > 0)
        {
            WriteReading(writer);
            WriteWriting(writer);
            WriteMerging(writer);
            WriteEquality(writer);
        }

        if (message.HasEqualityOperator) WriteObjectEquality(writer);

        writer.WriteLine();
    }

    /// <summary>Writes the method that reads the fields, in the order in which serializers write them.</summary>
    private void WriteReading(CodeWriter writer)
    {
        var count = fields.Length;
        writer.OpenBlock("protected override void _Read(ref pgr::FieldReader r)");
        writer.WriteLine("do {");
        writer.Indent();
        if (count <= FieldsPerMethod) WriteReads(writer, 0, count);
        for (var start = 0; count > FieldsPerMethod && start < count; start += FieldsPerMethod)
        {
            WriteRange(writer, start + FieldsPerMethod);
            writer.WriteLine($"{PartName(start)}(ref r);");
        }

        writer.Outdent();
        writer.WriteLine("} while (_Continue(ref r));");
        writer.CloseBlock();
        for (var start = 0; count > FieldsPerMethod && start < count; start += FieldsPerMethod)
        {
            writer.OpenBlock($"private void {PartName(start)}(ref pgr::FieldReader r)");
            WriteReads(writer, start, Math.Min(start + FieldsPerMethod, count));
            writer.CloseBlock();
        }
    }

    private void WriteReads(CodeWriter writer, int start, int end)
    {
        var size = end - start > FieldsPerGroup ? FieldsPerGroup : end - start;
        for (; start < end; start += size)
        {
            var next = Math.Min(start + size, end);
            // The last group of all fields needs no condition.
            var isBlock = size == FieldsPerGroup && next < fields.Length;
            if (isBlock)
            {
                WriteRange(writer, next);
                writer.WriteLine("{");
                writer.Indent();
            }

            for (var i = start; i < next; i++) fields[message.FieldsByNumber[i]].WriteReading(writer);
            if (isBlock) writer.CloseBlock();
        }
    }

    /// <summary>Writes the condition that the next field is before the one at an index. Tags ascend with the numbers.</summary>
    private void WriteRange(CodeWriter writer, int next)
    {
        if (next < fields.Length) writer.Write($"if (r.Before({(uint)message.Fields[message.FieldsByNumber[next]].Number << 3})) ");
    }

    private static string PartName(int start) => "_Read" + (start / FieldsPerMethod).ToString(CultureInfo.InvariantCulture);

    private void WriteWriting(CodeWriter writer)
    {
        writer.OpenBlock("protected override void _Write(ref pgr::FieldWriter w)");
        foreach (var index in message.FieldsByNumber) fields[index].WriteWriting(writer);
        if (message.IsExtendable) writer.WriteLine("base._Write(ref w);");
        writer.CloseBlock();
    }

    private void WriteMerging(CodeWriter writer)
    {
        writer.OpenBlock($"protected override void _Merge({message.Name} other, bool copy)");
        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                field.WriteMerging(writer);
        }

        foreach (var oneof in oneofs) oneof.WriteMerging(writer);
        for (var i = 0; i < message.HasBitsCount; i++) writer.WriteLine($"if (copy) _hasBits{i} = other._hasBits{i};");
        if (message.IsExtendable) writer.WriteLine("base._Merge(other, copy);");
        writer.CloseBlock();
    }

    // With an operator ==, the C# compiler and analyzers demand these overrides in the class itself (CS0660, CS0661, CA1036).
    private void WriteObjectEquality(CodeWriter writer)
    {
        var mayBeNull = message.HasNullableAnnotations ? "?" : "";
        if (message.Name != "Equals") writer.WriteLine($"public override bool Equals(object{mayBeNull} other) => base.Equals(other);");
        if (message.Name != "GetHashCode") writer.WriteLine("public override int GetHashCode() => base.GetHashCode();");
    }

    private void WriteEquality(CodeWriter writer)
    {
        var isNamedEquals = message.Name == "Equals";
        writer.OpenBlock(isNamedEquals
            ? $"protected override bool _Equals({message.Name} other)"
            : $"public override bool Equals({message.Name}{(message.HasNullableAnnotations ? "?" : "")} other)");
        EqualityEmitter.WriteBody(writer, fields, oneofs, "base._Equals(other)", mayBeNull: !isNamedEquals);
        writer.CloseBlock();
    }
}
