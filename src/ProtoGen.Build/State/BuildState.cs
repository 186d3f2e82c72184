using System.Text;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.Imports;

namespace ProtoGen.Build.State;

/// <summary>The state that a run saves, so that the next run only processes changes.</summary>
/// <param name="LastRun">The hash of all inputs, and the generated files.</param>
/// <param name="PropertiesKey">A hash of the properties on which all output depends, and of the task's assemblies.</param>
/// <param name="FactsKey">A hash of the facts about the references and the C# files.</param>
/// <param name="Sources">The C# files of the project by path, except the generated ones.</param>
/// <param name="Files">The .proto files that were used, by normalized path.</param>
internal sealed record BuildState(
    LastRun LastRun, string PropertiesKey, string FactsKey, IReadOnlyDictionary<string, SourceState> Sources,
    IReadOnlyDictionary<string, FileState> Files)
{
    /// <summary>Gets the known files of a first run, which are none.</summary>
    public static IReadOnlyDictionary<string, KnownProto> NoFiles { get; } = new Dictionary<string, KnownProto>();

    /// <summary>Reads a state file. Returns null if it does not exist or has another format.</summary>
    public static BuildState? Load(string path) => LastRun.Load(path, static (run, reader) => new BuildState(
        run, reader.ReadString(), reader.ReadString(),
        ReadMap(
            reader,
            static reader => new SourceState(ReadStamp(reader), new(ReadList(reader, ReadPartialClass)), reader.ReadBoolean())),
        ReadMap(
            reader,
            static reader => new FileState(
                ReadStamp(reader), reader.ReadString(), ReadTexts(reader), reader.ReadString(), ReadTexts(reader)))));

    /// <summary>Writes the state file.</summary>
    public void Save(string path)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        LastRun.Write(writer);
        writer.Write(PropertiesKey);
        writer.Write(FactsKey);
        WriteMap(writer, Sources, static (writer, source) =>
        {
            WriteStamp(writer, source.Stamp);
            WriteList(writer, source.PartialClasses, WritePartialClass);
            writer.Write(source.IsFromProtoc);
        });
        WriteMap(writer, Files, static (writer, file) =>
        {
            WriteStamp(writer, file.Stamp);
            writer.Write(file.SettingsKey);
            WriteTexts(writer, file.Imports);
            writer.Write(file.Resolution);
            WriteTexts(writer, file.Declared);
        });
        writer.Flush();
        AtomicFile.Write(path, content.ToArray());
    }

    private static FileStamp ReadStamp(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    private static void WriteStamp(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Time);
        writer.Write(stamp.Length);
    }

    private static EquatableArray<string> ReadTexts(BinaryReader reader) => new(ReadList(reader, static reader => reader.ReadString()));

    private static void WriteTexts(BinaryWriter writer, EquatableArray<string> texts) =>
        WriteList(writer, texts, static (writer, text) => writer.Write(text));

    private static PartialClass ReadPartialClass(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadBoolean(), ReadTexts(reader), ReadTexts(reader));

    private static void WritePartialClass(BinaryWriter writer, PartialClass part)
    {
        writer.Write(part.TypeName);
        writer.Write(part.NamesBaseClass);
        WriteTexts(writer, part.Members);
        WriteTexts(writer, part.Identifiers);
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++) items[i] = read(reader);
        return items;
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items) write(writer, item);
    }

    private static Dictionary<string, T> ReadMap<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var count = reader.ReadInt32(); count > 0; count--) map[reader.ReadString()] = read(reader);
        return map;
    }

    private static void WriteMap<T>(BinaryWriter writer, IReadOnlyDictionary<string, T> map, Action<BinaryWriter, T> write)
    {
        writer.Write(map.Count);
        foreach (var pair in map)
        {
            writer.Write(pair.Key);
            write(writer, pair.Value);
        }
    }
}

/// <summary>The facts about a C# file in an earlier run.</summary>
/// <param name="Stamp">The time and length of the file.</param>
/// <param name="PartialClasses">Its partial classes.</param>
/// <param name="IsFromProtoc">Whether protoc generated it.</param>
internal sealed record SourceState(FileStamp Stamp, EquatableArray<PartialClass> PartialClasses, bool IsFromProtoc);

/// <summary>The facts about a .proto file in an earlier run.</summary>
/// <param name="Stamp">The time and length of the file.</param>
/// <param name="SettingsKey">A hash of its metadata.</param>
/// <param name="Imports">The imported names as written.</param>
/// <param name="Resolution">The names of the file and of its imports among the project's files, as one text.</param>
/// <param name="Declared">The C# types that are generated from the file, each as one text.</param>
internal sealed record FileState(
    FileStamp Stamp, string SettingsKey, EquatableArray<string> Imports, string Resolution, EquatableArray<string> Declared);
