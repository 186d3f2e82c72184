using Google.Protobuf.Reflection;
using ProtoGen.Grpc.AspNetCore.Reflection.V1;
using Question = ProtoGen.Grpc.AspNetCore.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace ProtoGen.Grpc.AspNetCore.Reflection;

/// <summary>Answers the questions of the reflection protocol.</summary>
internal sealed class ReflectionAnswers(ServedDescriptors descriptors)
{
    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = Find(request);
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse Find(ServerReflectionRequest request)
    {
        var index = descriptors.Index;
        FileDescriptor? file;
        switch (request.MessageRequestCase)
        {
            case Question.FileByFilename:
                return index.TryFindFile(request.FileByFilename, out file)
                    ? Files(file)
                    : NotFound($"File not found: {request.FileByFilename}");
            case Question.FileContainingSymbol:
                return index.TryFindSymbol(request.FileContainingSymbol, out file)
                    ? Files(file)
                    : NotFound($"Symbol not found: {request.FileContainingSymbol}");
            case Question.FileContainingExtension:
                var extension = request.FileContainingExtension;
                return index.TryFindExtension(extension.ContainingType, extension.ExtensionNumber, out file)
                    ? Files(file)
                    : NotFound($"Extension not found: {extension.ContainingType} {extension.ExtensionNumber}");
            case Question.AllExtensionNumbersOfType:
                return index.FindExtensionNumbers(request.AllExtensionNumbersOfType) is { } numbers
                    ? Extensions(request.AllExtensionNumbersOfType, numbers)
                    : NotFound($"Message not found: {request.AllExtensionNumbersOfType}");
            case Question.ListServices:
                return Services();
            default:
                return Error(StatusCode.InvalidArgument, "The request asks for nothing.");
        }
    }

    private static ServerReflectionResponse Files(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new FileDescriptorResponse();
        Collect(file);
        return new ServerReflectionResponse { FileDescriptorResponse = files };

        void Collect(FileDescriptor next)
        {
            if (!seen.Add(next.Name))
                return;
            files.FileDescriptorProto.Add(next.SerializedData);
            foreach (var dependency in next.Dependencies)
                Collect(dependency);
        }
    }

    private static ServerReflectionResponse Extensions(string message, IEnumerable<int> numbers)
    {
        var extensions = new ExtensionNumberResponse { BaseTypeName = message };
        extensions.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = extensions };
    }

    private ServerReflectionResponse Services()
    {
        var services = new ListServiceResponse();
        services.Service.AddRange(descriptors.Services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = services };
    }

    private static ServerReflectionResponse NotFound(string message) => Error(StatusCode.NotFound, message);

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
