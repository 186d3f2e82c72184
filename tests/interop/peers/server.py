"""The interop server with grpcio, on the loopback: server.py DESCRIPTORS [CERTIFICATE.pem KEY.pem [CA.pem]]

Prints its port and serves until its input ends. DESCRIPTORS is what protoc --include_imports --descriptor_set_out makes of
grpc/testing/test.proto.
"""
import sys
import time
from concurrent import futures

import grpc

from schema import Schema

INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"


class TestService:
    """The methods that the cases call."""

    def __init__(self, schema):
        self.schema = schema

    def handlers(self):
        return {
            "EmptyCall": self.handler(grpc.unary_unary_rpc_method_handler, self.empty, "Empty"),
            "UnaryCall": self.handler(grpc.unary_unary_rpc_method_handler, self.unary, "SimpleRequest"),
            "StreamingOutputCall": self.handler(grpc.unary_stream_rpc_method_handler, self.output, "StreamingOutputCallRequest"),
            "StreamingInputCall": self.handler(grpc.stream_unary_rpc_method_handler, self.input, "StreamingInputCallRequest"),
            "FullDuplexCall": self.handler(grpc.stream_stream_rpc_method_handler, self.duplex, "StreamingOutputCallRequest"),
        }

    def handler(self, make, method, request):
        return make(method, self.schema.message(request).FromString, lambda message: message.SerializeToString())

    def empty(self, request, context):
        return request

    def unary(self, request, context):
        self.echo_metadata(context)
        if request.HasField("response_compressed") and request.response_compressed.value:
            context.set_compression(grpc.Compression.Gzip)
        self.fail_if_asked(request.response_status, context)
        return self.schema.message("SimpleResponse")(payload=self.zeros(request.response_size))

    def output(self, request, context):
        if any(parameters.compressed.value for parameters in request.response_parameters):
            context.set_compression(grpc.Compression.Gzip)
        yield from self.answer(request, context)

    def input(self, requests, context):
        size = sum(len(request.payload.body) for request in requests)
        return self.schema.message("StreamingInputCallResponse")(aggregated_payload_size=size)

    def duplex(self, requests, context):
        self.echo_metadata(context)
        for request in requests:
            yield from self.answer(request, context)

    def answer(self, request, context):
        self.fail_if_asked(request.response_status, context)
        for parameters in request.response_parameters:
            time.sleep(parameters.interval_us / 1e6)
            if parameters.HasField("compressed") and not parameters.compressed.value:
                context.disable_next_message_compression()
            yield self.schema.message("StreamingOutputCallResponse")(payload=self.zeros(parameters.size))

    def zeros(self, size):
        return self.schema.message("Payload")(body=bytes(size))

    @staticmethod
    def fail_if_asked(status, context):
        if status.code:
            context.abort(next(code for code in grpc.StatusCode if code.value[0] == status.code), status.message)

    @staticmethod
    def echo_metadata(context):
        metadata = dict(context.invocation_metadata())
        if INITIAL in metadata:
            context.send_initial_metadata(((INITIAL, metadata[INITIAL]),))
        if TRAILING in metadata:
            context.set_trailing_metadata(((TRAILING, metadata[TRAILING]),))


def main(descriptors, *files):
    # Each open stream holds a thread.
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=250), options=[
        ("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)])
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(
        "grpc.testing.TestService", TestService(Schema(descriptors)).handlers()),))
    if files:
        certificate, key, authority = ([open(name, "rb").read() for name in files] + [None])[:3]
        port = server.add_secure_port("localhost:0", grpc.ssl_server_credentials(
            [(key, certificate)], authority, require_client_auth=authority is not None))
    else:
        port = server.add_insecure_port("localhost:0")
    server.start()
    print(port, flush=True)
    sys.stdin.read()
    server.stop(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
