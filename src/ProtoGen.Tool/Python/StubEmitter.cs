using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Python;

/// <summary>Writes <c>*_pb2.pyi</c>: the declarations of a module's classes without implementation.</summary>
internal sealed class StubEmitter : IDisposable
{
    private readonly CodeWriter _writer = new();
    private readonly FileDescriptor _file;
    private readonly bool _isStripped;
    private readonly StubTypes _types;

    private StubEmitter(FileDescriptor file, bool isStripped)
    {
        _file = file;
        _isStripped = isStripped;
        _types = new StubTypes(file);
    }

    public static string Emit(FileDescriptor file, bool isStripped)
    {
        using var emitter = new StubEmitter(file, isStripped);
        emitter.Write();
        return emitter._writer.ToString();
    }

    public void Dispose() => _writer.Dispose();

    private void Write()
    {
        WriteImports();
        _writer.WriteLine("DESCRIPTOR: _descriptor.FileDescriptor");
        foreach (var import in PublicImports(_file))
        {
            WriteExtensions(import.Extensions);
            WriteValues(import.Enums);
        }

        foreach (var type in _file.Enums)
        {
            _writer.WriteLine();
            WriteEnum(type);
        }

        WriteValues(_file.Enums);
        WriteExtensions(_file.Extensions);
        foreach (var message in _file.Messages)
        {
            _writer.WriteLine();
            WriteMessage(message);
        }

        if (ModuleEmitter.HasGenericServices(_file))
        {
            WriteServices();
        }
    }

    private static IEnumerable<FileDescriptor> PublicImports(FileDescriptor file) =>
        file.PublicDependencies.Select(index => file.Dependencies[index]);

    private static bool DefinesFeatures(FileDescriptor file) =>
        file.Name is "google/protobuf/cpp_features.proto" or "google/protobuf/java_features.proto";

    private void WriteImports()
    {
        var needed = StubImports.Of(_file);
        if (needed.HasDateTime)
        {
            _writer.WriteLine("import datetime");
            _writer.WriteLine();
        }

        WriteModuleImports();
        WriteIf(needed.HasRepeated, "from google.protobuf.internal import containers as _containers");
        WriteIf(needed.HasEnums, "from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper");
        WriteIf(needed.HasExtendable, "from google.protobuf.internal import python_message as _python_message");
        WriteIf(needed.HasWellKnownType, "from google.protobuf.internal import well_known_types as _well_known_types");
        _writer.WriteLine("from google.protobuf import descriptor as _descriptor");
        WriteIf(needed.HasMessages, "from google.protobuf import message as _message");
        WriteIf(ModuleEmitter.HasGenericServices(_file), "from google.protobuf import service as _service");
        var collections = string.Join(
            ", ", Chosen((needed.HasIterable, "Iterable as _Iterable"), (needed.HasMapping, "Mapping as _Mapping")));
        WriteIf(collections.Length > 0, "from collections.abc import " + collections);
        var typing = Chosen(
            (true, "ClassVar as _ClassVar"), (needed.HasOptional, "Optional as _Optional"), (needed.HasUnion, "Union as _Union"));
        _writer.WriteLine($"from typing import {string.Join(", ", typing)}");
        foreach (var import in PublicImports(_file))
        {
            foreach (var type in import.Messages.Concat<Descriptor>(import.Enums))
            {
                _writer.WriteLine($"from {PythonNames.Module(import)} import {type.Name} as {type.Name}");
            }
        }

        _writer.WriteLine();
    }

    private static IEnumerable<string> Chosen(params (bool IsChosen, string Name)[] names) =>
        names.Where(name => name.IsChosen).Select(name => name.Name);

    private void WriteIf(bool isNeeded, string line)
    {
        if (isNeeded)
        {
            _writer.WriteLine(line);
        }
    }

    private void WriteModuleImports()
    {
        var hasImportlib = false;
        var used = new HashSet<string>();
        foreach (var import in _file.Dependencies.Where(import => !_isStripped || !DefinesFeatures(import)))
        {
            WriteModuleImport(import, used, ref hasImportlib);
            foreach (var further in PublicImports(import))
            {
                WriteModuleImport(further, used, ref hasImportlib);
            }
        }
    }

    private void WriteModuleImport(FileDescriptor import, HashSet<string> used, ref bool hasImportlib)
    {
        var module = PythonNames.Module(import);
        var alias = StubTypes.DefaultAlias(module);
        while (used.Contains(alias))
        {
            alias += "_1";
        }

        if (PythonNames.HasKeyword(module))
        {
            WriteIf(!hasImportlib, "import importlib");
            hasImportlib = true;
        }
        else
        {
            _types.AddAlias(import, alias);
            used.Add(alias);
        }

        _writer.WriteLine(PythonNames.Import(module, alias));
    }

    private void WriteEnum(EnumDescriptor type)
    {
        _writer.WriteLine($"class {type.Name}(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):");
        Indent();
        _writer.WriteLine("__slots__ = ()");
        var name = _types.Name(type);
        foreach (var value in type.Values)
        {
            _writer.WriteLine($"{value.Name}: _ClassVar[{name}]");
        }

        Outdent();
    }

    private void WriteValues(IReadOnlyList<EnumDescriptor> types)
    {
        foreach (var type in types)
        {
            WriteValues(type);
        }
    }

    private void WriteValues(EnumDescriptor type)
    {
        var name = _types.Name(type);
        foreach (var value in type.Values)
        {
            _writer.WriteLine($"{value.Name}: {name}");
        }
    }

    private void WriteExtensions(IReadOnlyList<FieldDescriptor> extensions)
    {
        foreach (var extension in extensions)
        {
            _writer.WriteLine($"{extension.Name.ToUpperInvariant()}_FIELD_NUMBER: _ClassVar[int]");
            _writer.WriteLine($"{extension.Name}: _descriptor.FieldDescriptor");
        }
    }

    private void WriteMessage(MessageDescriptor message)
    {
        var mixin = StubTypes.IsWellKnown(message) ? ", _well_known_types." + message.Name : "";
        _writer.WriteLine($"class {message.Name}(_message.Message{mixin}):");
        Indent();
        var fields = message.Fields.Where(field => !PythonNames.IsKeyword(field.Name)).ToList();
        var slots = string.Join(", ", fields.Select(field => $"\"{field.Name}\""));
        _writer.WriteLine($"__slots__ = ({slots}{(fields.Count == 1 ? "," : "")})");
        WriteIf(message.ExtensionRanges.Count > 0, "Extensions: _python_message._ExtensionDict");
        foreach (var type in message.Enums)
        {
            WriteEnum(type);
            WriteValues(type);
        }

        foreach (var nested in message.Messages)
        {
            WriteMessage(nested);
        }

        WriteExtensions(message.Extensions);
        foreach (var field in message.Fields)
        {
            _writer.WriteLine($"{field.Name.ToUpperInvariant()}_FIELD_NUMBER: _ClassVar[int]");
        }

        foreach (var field in fields)
        {
            _writer.WriteLine($"{field.Name}: {_types.OfMember(field, message)}");
        }

        WriteConstructor(message, fields);
        Outdent();
    }

    private void WriteConstructor(MessageDescriptor message, List<FieldDescriptor> fields)
    {
        var names = message.Fields.Select(field => field.Name).ToHashSet();
        var self = "self";
        while (names.Contains(self))
        {
            self += "_";
        }

        var parameters = new StringBuilder(self);
        foreach (var field in fields)
        {
            parameters.Append($", {field.Name}: _Optional[{_types.OfParameter(field, message)}] = ...");
        }

        if (fields.Count < message.Fields.Count)
        {
            parameters.Append(", **kwargs");
        }

        _writer.WriteLine($"def __init__({parameters.ToString()}) -> None: ...");
    }

    private void WriteServices()
    {
        foreach (var service in _file.Services)
        {
            _writer.WriteLine();
            _writer.WriteLine($"class {service.Name}(_service.service): ...");
            _writer.WriteLine();
            _writer.WriteLine($"class {service.Name}_Stub({service.Name}): ...");
        }
    }

    /// <summary>Indents by four spaces, which are two levels of the writer.</summary>
    private void Indent()
    {
        _writer.Indent();
        _writer.Indent();
    }

    private void Outdent()
    {
        _writer.Outdent();
        _writer.Outdent();
    }
}
