"""One interop case against a server, with grpcio: client.py DESCRIPTORS PORT CASE [CA.pem [CERTIFICATE.pem KEY.pem]]

DESCRIPTORS is what protoc --include_imports --descriptor_set_out makes of grpc/testing/test.proto.
"""
import itertools
import queue
import sys

import grpc

from schema import Schema

SIZES = [(27182, 31415), (8, 9), (1828, 2653), (45904, 58979)]
TEXT = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"


class Client:
    """The cases, one method each."""

    def __init__(self, schema, channel):
        for name in ("Empty", "Payload", "EchoStatus", "BoolValue", "SimpleRequest", "SimpleResponse",
                     "StreamingInputCallRequest", "StreamingInputCallResponse", "ResponseParameters",
                     "StreamingOutputCallRequest", "StreamingOutputCallResponse"):
            setattr(self, name, schema.message(name))
        self.channel = channel
        service = "/grpc.testing.TestService/"
        self.empty = self.unary(service + "EmptyCall", self.Empty)
        self.call = self.unary(service + "UnaryCall", self.SimpleResponse)
        self.unimplemented = self.unary(service + "UnimplementedCall", self.Empty)
        self.unknown = self.unary("/grpc.testing.UnimplementedService/UnimplementedCall", self.Empty)
        self.output = channel.unary_stream(
            service + "StreamingOutputCall", lambda m: m.SerializeToString(), self.StreamingOutputCallResponse.FromString)
        self.input = channel.stream_unary(
            service + "StreamingInputCall", lambda m: m.SerializeToString(), self.StreamingInputCallResponse.FromString)
        self.duplex = channel.stream_stream(
            service + "FullDuplexCall", lambda m: m.SerializeToString(), self.StreamingOutputCallResponse.FromString)

    def unary(self, path, response):
        return self.channel.unary_unary(path, lambda m: m.SerializeToString(), response.FromString)

    def request(self, size, payload, **fields):
        return self.SimpleRequest(response_size=size, payload=self.Payload(body=bytes(payload)), **fields)

    def step(self, size, payload=0, **fields):
        return self.StreamingOutputCallRequest(
            response_parameters=[self.ResponseParameters(size=size, **fields)], payload=self.Payload(body=bytes(payload)))

    def empty_unary(self):
        assert self.empty(self.Empty()) == self.Empty()

    def large_unary(self):
        assert self.call(self.request(314159, 271828)).payload.body == bytes(314159)

    def client_streaming(self):
        requests = [self.StreamingInputCallRequest(payload=self.Payload(body=bytes(size))) for size, _ in SIZES]
        assert self.input(iter(requests)).aggregated_payload_size == 74922

    def server_streaming(self):
        request = self.StreamingOutputCallRequest(
            response_parameters=[self.ResponseParameters(size=size) for _, size in SIZES])
        assert [len(response.payload.body) for response in self.output(request)] == [size for _, size in SIZES]

    def ping_pong(self):
        requests = queue.Queue()
        responses = self.duplex(iter(requests.get, None))
        for sent, wanted in SIZES:
            requests.put(self.step(wanted, sent))
            assert len(next(responses).payload.body) == wanted
        requests.put(None)
        assert next(responses, None) is None

    def empty_stream(self):
        assert list(self.duplex(iter(()))) == []

    def client_compressed_unary(self):
        request = self.request(314159, 271828, expect_compressed=self.BoolValue(value=True))
        self.expect(grpc.StatusCode.INVALID_ARGUMENT, self.call, request)
        assert len(self.call(request, compression=grpc.Compression.Gzip).payload.body) == 314159
        assert len(self.call(request, compression=grpc.Compression.Deflate).payload.body) == 314159

    def server_compressed_unary(self):
        for compressed in (True, False):
            request = self.request(314159, 271828, response_compressed=self.BoolValue(value=compressed))
            assert self.call(request).payload.body == bytes(314159)

    def server_compressed_streaming(self):
        request = self.StreamingOutputCallRequest(response_parameters=[
            self.ResponseParameters(size=31415, compressed=self.BoolValue(value=True)),
            self.ResponseParameters(size=92653, compressed=self.BoolValue(value=False))])
        assert [len(response.payload.body) for response in self.output(request)] == [31415, 92653]

    def custom_metadata(self):
        metadata = (("x-grpc-test-echo-initial", "test_initial_metadata_value"),
                    ("x-grpc-test-echo-trailing-bin", b"\xab\xab\xab"))
        _, call = self.call.with_call(self.request(314159, 271828), metadata=metadata)
        assert metadata[0] in [tuple(entry) for entry in call.initial_metadata()]
        assert metadata[1] in [tuple(entry) for entry in call.trailing_metadata()]
        responses = self.duplex(iter([self.step(1)]), metadata=metadata)
        assert metadata[0] in [tuple(entry) for entry in responses.initial_metadata()]
        list(responses)
        assert metadata[1] in [tuple(entry) for entry in responses.trailing_metadata()]

    def status_code_and_message(self):
        status = self.EchoStatus(code=2, message="test status message")
        self.expect(grpc.StatusCode.UNKNOWN, self.call, self.SimpleRequest(response_status=status), detail=status.message)
        self.expect(grpc.StatusCode.UNKNOWN, lambda r: list(self.duplex(iter([r]))),
                    self.StreamingOutputCallRequest(response_status=status), detail=status.message)

    def special_status_message(self):
        status = self.EchoStatus(code=2, message=TEXT)
        self.expect(grpc.StatusCode.UNKNOWN, self.call, self.SimpleRequest(response_status=status), detail=TEXT)

    def unimplemented_method(self):
        self.expect(grpc.StatusCode.UNIMPLEMENTED, self.unimplemented, self.Empty())

    def unimplemented_service(self):
        self.expect(grpc.StatusCode.UNIMPLEMENTED, self.unknown, self.Empty())

    def timeout_on_sleeping_server(self):
        waiting = queue.Queue()
        waiting.put(self.step(1, 27182, interval_us=5_000_000))
        self.expect(grpc.StatusCode.DEADLINE_EXCEEDED, lambda r: list(self.duplex(r, timeout=0.3)), iter(waiting.get, None))
        waiting.put(None)

    def cancel_after_begin(self):
        waiting = queue.Queue()
        call = self.input.future(iter(waiting.get, None))
        call.cancel()
        waiting.put(None)
        assert call.code() == grpc.StatusCode.CANCELLED

    def cancel_after_first_response(self):
        waiting = queue.Queue()
        waiting.put(self.step(31415, 27182))
        call = self.duplex(iter(waiting.get, None))
        next(call)
        call.cancel()
        waiting.put(None)
        self.expect(grpc.StatusCode.CANCELLED, next, call)

    def message_sizes(self):
        for size in (0, 1, 4091, 4092, 65536, 1 << 20, 16 << 20, 64 << 20):
            assert len(self.call(self.request(size, size)).payload.body) == size, size

    def concurrent_streams(self):
        waiting = [queue.Queue() for _ in range(100)]
        calls = [self.duplex(iter(requests.get, None)) for requests in waiting]
        for size in (1, 1000):
            for requests in waiting:
                requests.put(self.step(size))
            assert all(len(next(call).payload.body) == size for call in calls)
        for requests in waiting:
            requests.put(None)
        assert all(next(call, None) is None for call in calls)

    def concurrent_calls(self):
        calls = [self.call.future(self.request(100, 100)) for _ in range(1000)]
        assert all(len(call.result().payload.body) == 100 for call in calls)

    @staticmethod
    def expect(code, call, *arguments, detail=None):
        try:
            call(*arguments)
        except grpc.RpcError as error:
            assert error.code() == code, error
            assert detail is None or error.details() == detail, error.details()
            return
        raise AssertionError(f"{code} was expected")


def open_channel(port, files):
    options = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
    if not files:
        return grpc.insecure_channel(f"localhost:{port}", options)
    authority, certificate, key = itertools.islice(
        itertools.chain((open(name, "rb").read() for name in files), itertools.repeat(None)), 3)
    credentials = grpc.ssl_channel_credentials(authority, key, certificate)
    return grpc.secure_channel(f"localhost:{port}", credentials, options)


def main(descriptors, port, case, *files):
    with open_channel(port, files) as channel:
        getattr(Client(Schema(descriptors), channel), case)()


if __name__ == "__main__":
    main(*sys.argv[1:])
