namespace ProtoGen.Fuzz.Mutation;

/// <summary>One way to change a file.</summary>
internal interface IMutation
{
    /// <summary>Returns the changed text; Latin-1, as in <see cref="FuzzInput"/>.</summary>
    string Apply(string text, MutationSource source);
}
