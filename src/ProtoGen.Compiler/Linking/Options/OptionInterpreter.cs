using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Interprets the options of one file: finds the field that each name refers to and encodes the value.</summary>
/// <remarks>
/// Options are interpreted in two passes, because features must be resolved before the values of extensions can be encoded.
/// </remarks>
internal sealed class OptionInterpreter(LinkContext context)
{
    private readonly OptionBindings _bindings = context.OptionBindings ??= new OptionBindings();
    private readonly OptionPath _path = new();
    private readonly OptionCollector _collector = new(context.BuiltIn);
    private readonly WireWriter _record = new();
    private readonly Dictionary<Descriptor, SetOptions> _setOptions = [];
    private OptionResolver? _resolver;
    private OptionValueWriter? _values;

    private OptionResolver Resolver => _resolver ??= new OptionResolver(context, _bindings);

    private OptionValueWriter Values => _values ??= new OptionValueWriter(context, _bindings);

    /// <summary>
    /// Interprets the options, including features, whose name does not start with an extension, and sets <see cref="Descriptor.Options"/>.
    /// </summary>
    public void InterpretNonExtensions(IReadOnlyList<OptionsToInterpret> elements)
    {
        foreach (var element in elements) Interpret(element, extensions: false);
    }

    /// <summary>Interprets the options whose name starts with an extension and adds them to the element's options.</summary>
    public void InterpretExtensions(IReadOnlyList<OptionsToInterpret> elements)
    {
        foreach (var element in elements) Interpret(element, extensions: true);
        _bindings.FileType = context.Pool.Find("google.protobuf.FileDescriptorProto", context.Symbols.IsInPool) as MessageDescriptor;
        _bindings.KeepFor(context.File);
    }

    private void Interpret(OptionsToInterpret element, bool extensions)
    {
        _collector.Reset(Resolver.TypeOf(element.Element).BuiltIn);
        foreach (var option in element.Nodes)
        {
            if (option.Kind == OptionValueKind.Interpreted)
            {
                if (!extensions) AddInterpreted(element, option);
                continue;
            }

            if (!InterpretOption(element, option, extensions)) return;
        }

        if (!_collector.HasAny) return;
        element.Element.Options = _collector.AddTo(element.Element.Options);
        if (extensions
            && !KnownExtensions.CanRead(element.Element.Options, Resolver.TypeOf(element.Element).BuiltIn, context.BuiltIn.Value.Known))
        {
            context.Reporter.Report(OptionDiagnostics.Unreadable, default(Text.TextSpan));
        }
    }

    /// <summary>Adds options from a descriptor set. They are already values, so only their extensions must be found.</summary>
    private void AddInterpreted(OptionsToInterpret element, OptionNode option)
    {
        if (option.Bytes.Length == 0)
        {
            if (element.Element.Options.IsEmpty) element.Element.Options = OptionMessage.Blank;
            return;
        }

        _collector.AddInterpreted(option.Bytes);
        Resolver.BindExtensions(new WireReader(option.Bytes), Resolver.TypeOf(element.Element).Imported, depth: 0);
    }

    /// <summary>Interprets an option. Returns false if it is invalid, because protoc then skips the other options of the element.</summary>
    private bool InterpretOption(OptionsToInterpret element, OptionNode option, bool extensions)
    {
        if (option.NameParts.Count == 0) return !extensions || Fail(element, option, OptionDiagnostics.MissingName);
        var first = option.NameParts[0];
        if (first.Text == "uninterpreted_option") return !extensions || Fail(element, option, OptionDiagnostics.ReservedName);
        if (first.IsExtension != extensions) return true;

        _path.Clear();
        if (!Resolver.Resolve(element, option, _path)) return false;
        if (!CheckNotSet(element, option)) return false;
        _record.Clear();
        if (!WriteRecord(element, option, out var aggregate)) return false;
        NoteSet(element, aggregate);
        _collector.Add(_path, _record);
        if (!element.IsSynthesized) _bindings.Locations.Add(element.Element, option, _path);
        return true;
    }

    private bool CheckNotSet(OptionsToInterpret element, OptionNode option)
    {
        if (_path.Leaf.IsRepeated || element.Nodes.Count == 1) return true;
        return !_setOptions.TryGetValue(element.Element, out var set) || !set.Contains(_path.Fields)
            || Fail(element, option, OptionDiagnostics.AlreadySet, _path.Text);
    }

    private void NoteSet(OptionsToInterpret element, byte[]? aggregate)
    {
        if (element.Nodes.Count == 1 || _path is { Fields.Count: 1, Leaf.IsRepeated: true }) return;
        if (!_setOptions.TryGetValue(element.Element, out var set)) _setOptions.Add(element.Element, set = new SetOptions());
        set.Add(_path.Fields, aggregate);
    }

    private bool WriteRecord(OptionsToInterpret element, OptionNode option, out byte[]? aggregate)
    {
        var fields = _path.Fields;
        var starts = fields.Count == 1 ? [] : new int[fields.Count - 1];
        for (var i = 0; i < starts.Length; i++) starts[i] = MessageFieldWriter.Begin(_record, fields[i]);
        var start = _record.Length;
        var isWritten = Values.TryWrite(_record, element, option, _path.Leaf);
        aggregate = isWritten && _path.Leaf is { MessageType: not null, IsRepeated: false } && element.Nodes.Count > 1
            ? ContentFrom(start)
            : null;
        for (var i = starts.Length - 1; i >= 0; i--) MessageFieldWriter.End(_record, fields[i], starts[i]);
        return isWritten;
    }

    /// <summary>Returns the content of the message field that was just written.</summary>
    private byte[] ContentFrom(int start)
    {
        var reader = new WireReader(_record.Slice(start));
        reader.ReadTag();
        var content = reader.ReadNested();
        return content.Slice(content.Position, content.Remaining);
    }

    private bool Fail(OptionsToInterpret element, OptionNode option, DiagnosticKind kind, params string[] arguments)
    {
        context.Report(kind, element, option, ErrorLocation.OptionName, arguments);
        return false;
    }
}
