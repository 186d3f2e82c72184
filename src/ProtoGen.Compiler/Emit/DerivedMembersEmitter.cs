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
    /// The maximum number of fields that one method reads. The C# compiler's time for a <c>switch</c> grows with the square of its cases: a
    /// single <c>switch</c> for 3,000 fields takes 3.2 of 4.3 seconds.
    /// </summary>
    private const int CasesPerSwitch = 128;

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

    /// <summary>Writes the method that reads the fields.</summary>
    /// <remarks>After each field it tries the tag that is likely to come next, which saves the search for the field.</remarks>
    private void WriteReading(CodeWriter writer)
    {
        var order = message.FieldsByNumber;
        writer.WriteLine("""
            protected override void _Read(ref pgr::FieldReader r) {
              uint tag;
              while ((tag = r.ReadTag()) != 0) {
            """);
        writer.Indent();
        writer.Indent();
        if (order.Count <= CasesPerSwitch)
        {
            WriteCases(writer, 0, order.Count);
            writer.WriteLine("default: if (!_ReadOther(ref r, tag)) return; break;");
            writer.CloseBlock();
        }
        else
        {
            WriteCalls(writer);
        }

        writer.Outdent();
        writer.Outdent();
        writer.WriteLine("""
              }
            }
            """);
        for (var start = 0; order.Count > CasesPerSwitch && start < order.Count; start += CasesPerSwitch)
        {
            writer.OpenBlock($"private bool {PartName(start)}(ref pgr::FieldReader r, uint tag)");
            WriteCases(writer, start, Math.Min(start + CasesPerSwitch, order.Count));
            writer.WriteLine("default: return _ReadOther(ref r, tag);");
            writer.CloseBlock();
            writer.WriteLine("return true;");
            writer.CloseBlock();
        }
    }

    /// <summary>Writes calls to the methods that each read a range of the fields.</summary>
    /// <remarks>Tags ascend with the field numbers, so that one comparison decides whether a tag is in a range.</remarks>
    private void WriteCalls(CodeWriter writer)
    {
        var order = message.FieldsByNumber;
        for (var start = 0; start < order.Count; start += CasesPerSwitch)
        {
            var next = start + CasesPerSwitch;
            if (start > 0) writer.Write("else ");
            if (next < order.Count) writer.Write($"if (tag < {(uint)message.Fields[order[next]].Number << 3}) ");
            writer.WriteLine($"{{ if (!{PartName(start)}(ref r, tag)) return; }}");
        }
    }

    private void WriteCases(CodeWriter writer, int start, int end)
    {
        var order = message.FieldsByNumber;
        writer.WriteLine("switch (tag) {");
        writer.Indent();
        for (var i = start; i < end; i++)
        {
            var field = message.Fields[order[i]];
            writer.Write($"case {field.Tag}: ");
            if (field.IsPackable) writer.Write($"case {OtherTag(field)}: ");
            fields[order[i]].WriteReading(writer);
            if (field is { Cardinality: FieldCardinality.Repeated, Value.Type: Schema.FieldType.Group }) WriteGuess(writer, field);
            if (i + 1 < end) WriteGuess(writer, message.Fields[order[i + 1]]);
            writer.WriteLine(" break;");
        }
    }

    private static string PartName(int start) => "_Read" + (start / CasesPerSwitch).ToString(CultureInfo.InvariantCulture);

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
        if (message.Name == "Equals")
        {
            writer.OpenBlock($"protected override bool _Equals({message.Name} other)");
        }
        else
        {
            writer.OpenBlock($"public override bool Equals({message.Name}{(message.HasNullableAnnotations ? "?" : "")} other)");
            writer.WriteLine("if ((object) this == other) return true;");
            writer.WriteLine("if ((object) other == null) return false;");
        }

        EqualityEmitter.WriteReturn(writer, fields, oneofs, "base._Equals(other)");
        writer.CloseBlock();
    }

    private static void WriteGuess(CodeWriter writer, FieldModel next) => writer.Write(next.IsPackable
        ? $" if (r.Next({next.Tag})) {{ tag = {next.Tag}; goto case {next.Tag}; }}"
        : $" if (r.Next({next.Tag})) goto case {next.Tag};");

    /// <summary>Returns the tag of the form, packed or unpacked, in which the field is not written but can be read.</summary>
    private static uint OtherTag(FieldModel field) => field.IsPacked ? field.Value.Tag : WireCalls.PackedTag(field);
}
