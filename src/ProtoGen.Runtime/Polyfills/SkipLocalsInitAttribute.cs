#if !NET
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkipLocalsInitAttribute : Attribute;
#endif
