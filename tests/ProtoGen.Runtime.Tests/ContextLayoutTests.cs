namespace ProtoGen.Runtime.Tests;

public sealed class ContextLayoutTests
{
    [Fact]
    public void ContiguousInputOfEveryKindIsRecognized() => Assert.Equal(3, ContextMemory.Learn());

    [Fact]
    public void InputOfAStreamIsNotRecognized() => Assert.Null(ContextLayout.Learn(ContextInput.Stream));
}
