using System.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Finds the keyword that a range of bytes spells, by the hash that the lexer computes as it reads.</summary>
internal static class KeywordTable
{
    /// <summary>The start value of <see cref="AddToHash"/>.</summary>
    public const uint EmptyHash = 2166136261;

    private const int Size = 512;

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
        var keywords = (Keyword[])Enum.GetValues(typeof(Keyword));
        var texts = new byte[keywords.Length][];
        foreach (var keyword in keywords)
        {
            var text = keyword == Keyword.JsonName ? "json_name" : keyword.ToString().ToLowerInvariant();
            texts[(int)keyword] = Encoding.ASCII.GetBytes(text);
        }

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
