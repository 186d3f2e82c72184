namespace ProtoGen.Grpc;

/// <summary>The canonical outcomes of a gRPC call; the numbers are those of the wire.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by its caller.</summary>
    Cancelled = 1,

    /// <summary>The error does not fit another code, or nothing more is known about it.</summary>
    Unknown = 2,

    /// <summary>The caller gave an argument that is wrong whatever state the system is in.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call completed.</summary>
    DeadlineExceeded = 4,

    /// <summary>Something that was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>Something that was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>The caller could not be identified.</summary>
    Unauthenticated = 16,

    /// <summary>A quota, a size limit or a resource such as memory is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the call needs; the caller should not retry before mending it.</summary>
    FailedPrecondition = 9,

    /// <summary>The call was aborted, usually by a conflict with another one.</summary>
    Aborted = 10,

    /// <summary>An argument is past the valid range, such as reading beyond the end.</summary>
    OutOfRange = 11,

    /// <summary>The service or method is not implemented, or not supported here.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the system or of the protocol is broken.</summary>
    Internal = 13,

    /// <summary>The service can't be reached now; the caller may retry with a backoff.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupted and can't be recovered.</summary>
    DataLoss = 15,
}
