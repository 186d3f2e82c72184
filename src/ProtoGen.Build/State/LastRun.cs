using System.Text;

namespace ProtoGen.Build.State;

/// <summary>The part of the saved state that a run needs if nothing has changed.</summary>
/// <remarks>It contains no types of the engine, because loading the engine takes longer than the rest of such a run.</remarks>
/// <param name="InputsKey">A hash of all inputs.</param>
/// <param name="Outputs">The generated files.</param>
internal sealed record LastRun(string InputsKey, IReadOnlyList<WrittenFile> Outputs)
{
    private const int Format = 7;

    /// <summary>Reads the start of a state file. Returns null if the file does not exist or has another format.</summary>
    public static LastRun? Load(string path) => Load(path, static (run, _) => run);

    /// <summary>Reads a state file. Returns null if it does not exist or has another format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readRest">Reads what follows this part.</param>
    public static T? Load<T>(string path, Func<LastRun, BinaryReader, T> readRest)
        where T : class
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            return reader.ReadInt32() == Format ? readRest(Read(reader), reader) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return null; // Without the state the next run processes all files.
        }
    }

    /// <summary>Writes the start of a state file.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(InputsKey);
        writer.Write(Outputs.Count);
        foreach (var file in Outputs)
        {
            writer.Write(file.Path);
            writer.Write(file.Source);
            writer.Write(file.ItemName);
            writer.Write(file.IsCode);
            writer.Write(file.IsCompiled);
            writer.Write(file.Hash);
        }
    }

    private static LastRun Read(BinaryReader reader)
    {
        var key = reader.ReadString();
        var outputs = new WrittenFile[reader.ReadInt32()];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new WrittenFile(
                reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean(), reader.ReadBoolean(),
                reader.ReadString());
        }

        return new LastRun(key, outputs);
    }
}

/// <summary>A generated file.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Source">The normalized path of the .proto file.</param>
/// <param name="ItemName">The name of the .proto file's item.</param>
/// <param name="IsCode">Whether the file contains C#. Otherwise it is a descriptor set.</param>
/// <param name="IsCompiled">Whether the project compiles the file.</param>
/// <param name="Hash">A hash of the generated text. A build hook may have changed the file since.</param>
internal sealed record WrittenFile(string Path, string Source, string ItemName, bool IsCode, bool IsCompiled, string Hash);
