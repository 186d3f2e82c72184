using Books;
using Google.Api;
using Google.Protobuf.Reflection;

class LibraryService : Library.LibraryBase
{
    public static HttpRule Rule => BooksReflection.Descriptor.Services[0].Methods[0].GetOptions().GetExtension(AnnotationsExtensions.Http);
}
