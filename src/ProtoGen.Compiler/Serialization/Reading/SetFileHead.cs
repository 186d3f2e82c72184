using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>The top-level declarations of a file in a descriptor set, and all its extensions, read without the rest of the file.</summary>
/// <param name="Name">The import name.</param>
/// <param name="Package">The package; empty for none.</param>
/// <param name="Declarations">Messages with the extensions in them, then enums, extensions and services.</param>
public sealed record SetFileHead(string Name, string Package, IReadOnlyList<SetDeclaration> Declarations)
{
    internal static SetFileHead Empty { get; } = new("", "", []);

    internal static SetFileHead Read(WireReader file)
    {
        var (name, package) = ("", "");
        var (messages, enums) = (new List<SetDeclaration>(), new List<SetDeclaration>());
        var (extensions, services) = (new List<SetDeclaration>(), new List<SetDeclaration>());
        while (file.ReadTag())
        {
            switch (file.FieldNumber)
            {
                case DescriptorFields.File.Name: name = file.ReadString(); break;
                case DescriptorFields.File.Package: package = file.ReadString(); break;
                case DescriptorFields.File.MessageType: AddMessage(file.ReadMessage(), messages, isTopLevel: true); break;
                case DescriptorFields.File.EnumType: AddNamed(ref file, enums); break;
                case DescriptorFields.File.Extension: extensions.Add(Extension(file.ReadMessage(), isTopLevel: true)); break;
                case DescriptorFields.File.Service: AddNamed(ref file, services); break;
                default: file.Skip(); break;
            }
        }

        messages.AddRange(enums);
        messages.AddRange(extensions);
        messages.AddRange(services);
        return new SetFileHead(name, package, messages);
    }

    private static void AddNamed(ref WireReader file, List<SetDeclaration> declarations)
    {
        declarations.Add(new SetDeclaration(MessageNodeReader.NameOf(file), IsTopLevel: true, Extendee: null, Number: 0));
        file.Skip();
    }

    private static void AddMessage(WireReader message, List<SetDeclaration> declarations, bool isTopLevel)
    {
        var name = "";
        var at = declarations.Count;
        List<SetDeclaration>? extensions = null;
        if (isTopLevel) declarations.Add(default);
        while (message.ReadTag())
        {
            switch (message.FieldNumber)
            {
                case DescriptorFields.Message.Name when isTopLevel: name = message.ReadString(); break;
                case DescriptorFields.Message.NestedType: AddMessage(message.ReadMessage(), declarations, isTopLevel: false); break;
                case DescriptorFields.Message.Extension:
                    (extensions ??= []).Add(Extension(message.ReadMessage(), isTopLevel: false));
                    break;
                default: message.Skip(); break;
            }
        }

        if (isTopLevel) declarations[at] = new SetDeclaration(name, IsTopLevel: true, Extendee: null, Number: 0);
        if (extensions is not null) declarations.AddRange(extensions);
    }

    private static SetDeclaration Extension(WireReader field, bool isTopLevel)
    {
        var (name, extendee, number) = ("", "", 0);
        while (field.ReadTag())
        {
            switch (field.FieldNumber)
            {
                case DescriptorFields.Field.Name: name = field.ReadString(); break;
                case DescriptorFields.Field.Extendee: extendee = field.ReadString(); break;
                case DescriptorFields.Field.Number: number = (int)field.ReadVarint(); break;
                default: field.Skip(); break;
            }
        }

        return new SetDeclaration(name, isTopLevel, extendee, number);
    }
}
