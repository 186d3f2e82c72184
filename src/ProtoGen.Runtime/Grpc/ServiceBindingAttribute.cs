namespace ProtoGen.Grpc;

/// <summary>
/// Tells a server how to call each method of the service that the attributed class implements. Generated code derives from
/// it beside each service base class; a server finds it on the implementation by inheritance. Because the binding is code
/// and not a name, no method is looked up at run time and trimming keeps all that is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
public abstract class ServiceBindingAttribute : Attribute
{
    /// <summary>Adds every method of the service to <paramref name="binder"/>.</summary>
    /// <param name="binder">What collects the methods.</param>
    public abstract void Bind(ServiceMethodBinder binder);
}
