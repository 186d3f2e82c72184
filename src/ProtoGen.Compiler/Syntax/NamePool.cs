using System.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Shares the strings of identifiers between all files.</summary>
/// <remarks>
/// The size is bounded: a newer name replaces an older one with the same hash. Threads need no lock, because a slot is read and written as
/// a whole.
/// </remarks>
internal static class NamePool
{
    private const int Size = 1 << 16;

    private static readonly string?[] Slots = new string?[Size];

    public static string Get(byte[] text, int start, int length, uint hash)
    {
        var slot = (hash ^ (hash >> 16)) & (Size - 1);
        var known = Slots[slot];
        if (known is not null && Matches(known, text, start, length))
        {
            return known;
        }

        var name = Encoding.ASCII.GetString(text, start, length);
        Slots[slot] = name;
        return name;
    }

    private static bool Matches(string known, byte[] text, int start, int length)
    {
        if (known.Length != length)
        {
            return false;
        }

        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }
}
