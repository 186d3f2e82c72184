using System.Globalization;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts google.protobuf.Timestamp and Duration to text and back.</summary>
internal static class TimeText
{
    /// <summary>0001-01-01T00:00:00Z in seconds since 1970.</summary>
    public const long FirstSecond = -62_135_596_800;

    /// <summary>9999-12-31T23:59:59Z in seconds since 1970.</summary>
    public const long LastSecond = 253_402_300_799;

    /// <summary>The longest duration in seconds: 10,000 years.</summary>
    public const long LongestDuration = 315_576_000_000;

    public const int LongestTimestamp = 40;

    /// <summary>Writes a time such as <c>2026-01-31T12:00:00.500Z</c> and returns its length.</summary>
    public static int WriteTimestamp(Span<byte> text, long seconds, int nanos)
    {
        var time = DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        Digits(text, 0, 4, time.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, time.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, time.Day);
        text[10] = (byte)'T';
        Digits(text, 11, 2, time.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, time.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, time.Second);
        var length = 19 + Fraction(text[19..], nanos);
        text[length++] = (byte)'Z';
        return length;
    }

    /// <summary>Writes a duration such as <c>-1.500s</c> and returns its length.</summary>
    public static int WriteDuration(Span<byte> text, long seconds, int nanos)
    {
        var length = 0;
        if (seconds < 0 || nanos < 0)
            text[length++] = (byte)'-';
        Math.Abs(seconds).TryFormat(text[length..], out var written, provider: CultureInfo.InvariantCulture);
        length += written;
        length += Fraction(text[length..], Math.Abs(nanos));
        text[length++] = (byte)'s';
        return length;
    }

    /// <summary>Parses an RFC 3339 time with an offset or <c>Z</c>.</summary>
    public static bool TryReadTimestamp(ReadOnlySpan<byte> text, out long seconds, out int nanos)
    {
        seconds = 0;
        nanos = 0;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryNumber(text[..4], out var year) || !TryNumber(text.Slice(5, 2), out var month)
            || !TryNumber(text.Slice(8, 2), out var day)
            || !TryNumber(text.Slice(11, 2), out var hour) || !TryNumber(text.Slice(14, 2), out var minute)
            || !TryNumber(text.Slice(17, 2), out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59
            || second > 59)
        {
            return false;
        }
        var rest = text[19..];
        if (!TryFraction(ref rest, out nanos) || !TryOffset(rest, out var offset))
            return false;
        var time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        seconds = (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond - offset;
        return seconds is >= FirstSecond and <= LastSecond;
    }

    /// <summary>Parses a duration such as <c>1.5s</c>, with up to nine decimals.</summary>
    public static bool TryReadDuration(ReadOnlySpan<byte> text, out long seconds, out int nanos)
    {
        seconds = 0;
        nanos = 0;
        var isNegative = text.StartsWith("-"u8);
        var rest = isNegative ? text[1..] : text;
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit((char)rest[digits]))
            digits++;
        // The longest duration has 12 digits. The limit of 18 allows leading zeros and cannot overflow.
        if (digits is 0 or > 18 || !TryDigits(rest[..digits], out seconds))
            return false;
        rest = rest[digits..];
        if (!TryFraction(ref rest, out nanos) || !rest.SequenceEqual("s"u8) || seconds > LongestDuration)
            return false;
        if (isNegative)
        {
            seconds = -seconds;
            nanos = -nanos;
        }
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        if (text.SequenceEqual("Z"u8))
            return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !TryNumber(text.Slice(1, 2), out var hours) || !TryNumber(text.Slice(4, 2), out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }
        seconds = (hours * 60 + minutes) * 60;
        if (text[0] == '-')
            seconds = -seconds;
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, out int nanos)
    {
        nanos = 0;
        if (text.IsEmpty || text[0] != '.')
            return true;
        var digits = 0;
        while (digits + 1 < text.Length && char.IsAsciiDigit((char)text[digits + 1]))
            digits++;
        if (digits is 0 or > 9 || !TryNumber(text.Slice(1, digits), out nanos))
            return false;
        for (var i = digits; i < 9; i++)
            nanos *= 10;
        text = text[(digits + 1)..];
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int value)
    {
        var isGood = TryDigits(text, out var number);
        value = (int)number;
        return isGood;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit((char)c))
                return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    /// <summary>Writes the fraction of a second as a point with 3, 6 or 9 decimals, or nothing for zero, and returns the length.</summary>
    private static int Fraction(Span<byte> text, int nanos)
    {
        if (nanos == 0)
            return 0;
        var digits = 9;
        while (nanos % 1000 == 0)
        {
            nanos /= 1000;
            digits -= 3;
        }
        text[0] = (byte)'.';
        Digits(text, 1, digits, nanos);
        return digits + 1;
    }

    private static void Digits(Span<byte> text, int start, int count, int value)
    {
        for (var i = start + count - 1; i >= start; i--, value /= 10)
            text[i] = (byte)('0' + value % 10);
    }
}
