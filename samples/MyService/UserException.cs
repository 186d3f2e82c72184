/// <summary>An error that the user can fix: one line, no stack trace.</summary>
internal sealed class UserException(string message) : Exception(message);
