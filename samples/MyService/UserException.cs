/// <summary>What the user can put right: one line, no stack trace.</summary>
internal sealed class UserException(string message) : Exception(message);
