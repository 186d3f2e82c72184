using System.Text;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>A random .proto file that protoc accepts: every kind of field, in every syntax.</summary>
internal sealed class RandomSchema
{
    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<MessagePlan> _messages = [];
    private readonly List<EnumPlan> _enums = [];
    private int _indent;

    private RandomSchema(int index, Random random)
    {
        _random = random;
        Package = $"prop.f{index}";
        Syntax = (SchemaSyntax)random.Next(4);
    }

    /// <summary>Gets the language of the file.</summary>
    public SchemaSyntax Syntax { get; }

    private string Package { get; }

    /// <summary>Returns the file with a number; the same random numbers give the same file.</summary>
    public static ProtoSource Create(int index, Random random)
    {
        var schema = new RandomSchema(index, random);
        schema.Plan();
        schema.WriteFile();
        return new ProtoSource($"prop/f{index}.proto", schema._text.ToString());
    }

    /// <summary>Returns a message of the file or of Google.Protobuf.</summary>
    public string AnyMessage() => Chance(3)
        ? Pick("google.protobuf.Timestamp", "google.protobuf.Duration", "google.protobuf.Struct", "google.protobuf.FieldMask",
            "google.protobuf.Int32Value", "google.protobuf.StringValue", "google.protobuf.BytesValue", "google.protobuf.DoubleValue",
            "google.protobuf.BoolValue", "google.protobuf.Empty")
        : Pick([.. _messages]).FullName;

    /// <summary>Returns a message of the file with extension ranges; null if there is none.</summary>
    public MessagePlan? Extendable() => _messages.FirstOrDefault(message => message.IsExtendable);

    /// <summary>Returns an enum of the file that satisfies the condition; sometimes null, and always if there is none.</summary>
    public EnumPlan? AnyEnum(Func<EnumPlan, bool> fits) => Pick([null, .. _enums.Where(fits)]);

    /// <summary>Returns true once in the given number of calls, on average.</summary>
    public bool Chance(int times) => _random.Next(times) == 0;

    /// <summary>Returns a number from 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => _random.Next(end);

    /// <summary>Returns a random item.</summary>
    public T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>Writes a line.</summary>
    public void Line(string text) => _text.Append(' ', _indent * 2).Append(text).Append('\n');

    /// <summary>Writes a block.</summary>
    public void Block(string head, Action content)
    {
        Line(head + " {");
        _indent++;
        content();
        _indent--;
        Line("}");
    }

    private void Plan()
    {
        for (var i = 1 + _random.Next(3); i >= 0; i--)
            _messages.Add(new MessagePlan($"M{_messages.Count}", Package, null, CanBeExtended && Chance(2)));
        for (var i = _random.Next(3); i > 0; i--)
        {
            var parent = Pick([.. _messages]);
            _messages.Add(new MessagePlan($"M{_messages.Count}", parent.FullName, parent, CanBeExtended && Chance(4)));
        }
        for (var i = 1 + _random.Next(2); i >= 0; i--)
            _enums.Add(PlanEnum());
    }

    private bool CanBeExtended => Syntax != SchemaSyntax.Proto3;

    private EnumPlan PlanEnum()
    {
        var isClosed = Syntax == SchemaSyntax.Proto2 || (Syntax != SchemaSyntax.Proto3 && Chance(2));
        var parent = Pick([null, .. _messages]);
        var first = isClosed && Chance(3) ? Pick(-1, 2, 7) : 0;
        int[] numbers = [first, .. new[] { 1, -5, 100, int.MaxValue, int.MinValue }.Where(_ => Chance(2))];
        return new EnumPlan($"E{_enums.Count}", parent?.FullName ?? Package, parent, isClosed, numbers);
    }

    private void WriteFile()
    {
        Line(Syntax switch
        {
            SchemaSyntax.Proto2 => "syntax = \"proto2\";",
            SchemaSyntax.Proto3 => "syntax = \"proto3\";",
            SchemaSyntax.Edition2023 => "edition = \"2023\";",
            _ => "edition = \"2024\";",
        });
        Line($"package {Package};");
        foreach (var import in new[] { "timestamp", "duration", "struct", "field_mask", "wrappers", "empty" })
            Line($"import \"google/protobuf/{import}.proto\";");
        WriteFileFeatures();
        foreach (var type in _enums.Where(type => type.Parent == null))
            WriteEnum(type);
        foreach (var message in _messages.Where(message => message.Parent == null))
            WriteMessage(message);
        if (Extendable() is { } target)
            new RandomFields(this).WriteExtensions(target);
    }

    private void WriteFileFeatures()
    {
        if (Syntax is SchemaSyntax.Proto2 or SchemaSyntax.Proto3)
            return;
        if (Syntax == SchemaSyntax.Edition2024)
            Line("option features.enforce_naming_style = STYLE_LEGACY;");
        if (Chance(3))
            Line("option features.repeated_field_encoding = EXPANDED;");
        if (Chance(4))
            Line("option features.message_encoding = DELIMITED;");
        if (Chance(4))
            Line("option features.utf8_validation = NONE;");
    }

    private void WriteEnum(EnumPlan type) => Block($"enum {type.Name}", () =>
    {
        var isEdition = Syntax is not (SchemaSyntax.Proto2 or SchemaSyntax.Proto3);
        if (isEdition)
            Line($"option features.enum_type = {(type.IsClosed ? "CLOSED" : "OPEN")};");
        var hasAlias = Chance(4);
        if (hasAlias)
            Line("option allow_alias = true;");
        for (var i = 0; i < type.Numbers.Length; i++)
            Line($"{type.ValueName(i)} = {type.Numbers[i]};");
        if (hasAlias)
            Line($"{type.Prefix}_ALIAS = {type.Numbers[0]};");
    });

    private void WriteMessage(MessagePlan message) => Block($"message {message.Name}", () =>
    {
        foreach (var type in _enums.Where(type => type.Parent == message))
            WriteEnum(type);
        foreach (var nested in _messages.Where(nested => nested.Parent == message))
            WriteMessage(nested);
        var fields = new RandomFields(this);
        fields.WriteFields();
        if (message.IsExtendable)
            Line($"extensions {MessagePlan.FirstExtension} to {MessagePlan.LastExtension};");
        if (Extendable() is { } target && Chance(3))
            fields.WriteExtensions(target);
    });
}
