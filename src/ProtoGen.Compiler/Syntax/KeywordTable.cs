using System.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Finds the keyword that a range of bytes spells, by the hash that the lexer computes as it reads.</summary>
internal static class KeywordTable
{
    /// <summary>The start value of <see cref="AddToHash"/>.</summary>
    public const uint EmptyHash = 2166136261;

    private const int Size = 512;

    // In the order of Keyword. The names of an enum would be read by reflection, which takes 1 ms at the start of protogenc.
    private const string Words =
        " double float int64 uint64 int32 fixed64 fixed32 bool string group bytes uint32 sfixed32 sfixed64 sint32 sint64"
        + " varint32 varint64 uvarint32 uvarint64 zigzag32 zigzag64"
        + " syntax edition package import public weak option export local"
        + " message enum service extend extensions reserved oneof map to max"
        + " optional required repeated default json_name true false inf nan"
        + " rpc returns stream";

    private static readonly byte[][] Texts = MakeTexts();
    private static readonly Keyword[] Slots = MakeSlots();

    public static uint AddToHash(uint hash, byte value) => (hash ^ value) * 16777619;

    public static Keyword Find(byte[] text, int start, int end, uint hash)
    {
        for (var slot = hash % Size; Slots[slot] != Keyword.None; slot = (slot + 1) % Size)
        {
            if (Matches(Texts[(int)Slots[slot]], text, start, end))
            {
                return Slots[slot];
            }
        }

        return Keyword.None;
    }

    /// <summary>Returns the spelling of a keyword.</summary>
    public static string GetText(Keyword keyword) => Encoding.ASCII.GetString(Texts[(int)keyword]);

    private static bool Matches(byte[] keyword, byte[] text, int start, int end)
    {
        if (keyword.Length != end - start)
        {
            return false;
        }

        for (var i = 0; i < keyword.Length; i++)
        {
            if (keyword[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }

    private static byte[][] MakeTexts()
    {
        var words = Words.Split(' ');
        var texts = new byte[words.Length][];
        for (var i = 0; i < words.Length; i++) texts[i] = Encoding.ASCII.GetBytes(words[i]);
        return texts;
    }

    private static Keyword[] MakeSlots()
    {
        var slots = new Keyword[Size];
        for (var keyword = 1; keyword < Texts.Length; keyword++)
        {
            var hash = EmptyHash;
            foreach (var value in Texts[keyword])
            {
                hash = AddToHash(hash, value);
            }

            var slot = hash % Size;
            while (slots[slot] != Keyword.None)
            {
                slot = (slot + 1) % Size;
            }

            slots[slot] = (Keyword)keyword;
        }

        return slots;
    }
}
