// One interop case against a server, with Go's grpc: client PORT CASE. Messages are written by hand, as the few fields that the
// cases need don't make it worth generating code for them.
package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

const service = "/grpc.testing.TestService/"

// The request's and the response's size.
var sizes = [][2]int{{27182, 31415}, {8, 9}, {1828, 2653}, {45904, 58979}}

// raw is the codec: messages are their bytes.
type raw struct{}

func (raw) Name() string                                { return "proto" }
func (raw) Marshal(message interface{}) ([]byte, error) { return *message.(*[]byte), nil }
func (raw) Unmarshal(data []byte, message interface{}) error {
	*message.(*[]byte) = append([]byte(nil), data...)
	return nil
}

func number(field, value int) []byte {
	return append(varint(field<<3), varint(value)...)
}

func message(field int, parts ...[]byte) []byte {
	content := []byte{}
	for _, part := range parts {
		content = append(content, part...)
	}
	return append(append(varint(field<<3|2), varint(len(content))...), content...)
}

func varint(value int) []byte {
	buffer := make([]byte, binary.MaxVarintLen64)
	return buffer[:binary.PutUvarint(buffer, uint64(value))]
}

// payloadSize is the length of the body in a message whose first field is a Payload.
func payloadSize(data []byte) int {
	payload := field(data, 1)
	return len(field(payload, 2))
}

func field(data []byte, wanted uint64) []byte {
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		length, m := binary.Uvarint(data[n:])
		if tag&7 == 2 {
			if tag>>3 == wanted {
				return data[n+m : n+m+int(length)]
			}
			m += int(length)
		}
		data = data[n+m:]
	}
	return nil
}

func payload(field, size int) []byte { return message(field, message(2, make([]byte, size))) }

func unaryRequest(size int, parts ...[]byte) []byte {
	request := append(number(2, size), payload(3, size)...)
	for _, part := range parts {
		request = append(request, part...)
	}
	return request
}

func step(size, sent int) []byte { return append(message(2, number(1, size)), payload(3, sent)...) }

func expect(actual, expected interface{}) {
	if !reflect.DeepEqual(actual, expected) {
		panic(fmt.Sprintf("%v where %v is due", actual, expected))
	}
}

func expectStatus(err error, code codes.Code) *status.Status {
	expect(status.Code(err), code)
	return status.Convert(err)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

type client struct{ *grpc.ClientConn }

func (c client) unary(ctx context.Context, method string, request []byte, options ...grpc.CallOption) ([]byte, error) {
	var response []byte
	err := c.Invoke(ctx, method, &request, &response, options...)
	return response, err
}

func (c client) stream(ctx context.Context, method string, options ...grpc.CallOption) grpc.ClientStream {
	stream, err := c.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, service+method, options...)
	must(err)
	return stream
}

func receive(stream grpc.ClientStream) ([]byte, error) {
	var response []byte
	err := stream.RecvMsg(&response)
	return response, err
}

var cases = map[string]func(client, context.Context){
	"empty_unary": func(c client, ctx context.Context) {
		response, err := c.unary(ctx, service+"EmptyCall", nil)
		must(err)
		expect(len(response), 0)
	},
	"large_unary": func(c client, ctx context.Context) {
		response, err := c.unary(ctx, service+"UnaryCall", unaryRequest(314159))
		must(err)
		expect(payloadSize(response), 314159)
	},
	"client_compressed_unary": func(c client, ctx context.Context) {
		request := unaryRequest(314159, message(6, number(1, 1)), message(8, number(1, 1)))
		response, err := c.unary(ctx, service+"UnaryCall", request, grpc.UseCompressor(gzip.Name))
		must(err)
		expect(payloadSize(response), 314159)
		_, err = c.unary(ctx, service+"UnaryCall", request)
		expectStatus(err, codes.InvalidArgument)
	},
	"server_streaming": func(c client, ctx context.Context) {
		stream := c.stream(ctx, "StreamingOutputCall")
		request := []byte{}
		for _, size := range sizes {
			request = append(request, message(2, number(1, size[1]))...)
		}
		must(stream.SendMsg(&request))
		must(stream.CloseSend())
		for _, size := range sizes {
			response, err := receive(stream)
			must(err)
			expect(payloadSize(response), size[1])
		}
		_, err := receive(stream)
		expect(err, io.EOF)
	},
	"client_streaming": func(c client, ctx context.Context) {
		stream := c.stream(ctx, "StreamingInputCall")
		for _, size := range sizes {
			request := payload(1, size[0])
			must(stream.SendMsg(&request))
		}
		must(stream.CloseSend())
		response, err := receive(stream)
		must(err)
		expect(response, number(1, 74922))
	},
	"ping_pong": func(c client, ctx context.Context) {
		stream := c.stream(ctx, "FullDuplexCall")
		for _, size := range sizes {
			request := step(size[1], size[0])
			must(stream.SendMsg(&request))
			response, err := receive(stream)
			must(err)
			expect(payloadSize(response), size[1])
		}
		must(stream.CloseSend())
		_, err := receive(stream)
		expect(err, io.EOF)
	},
	"custom_metadata": func(c client, ctx context.Context) {
		const initial, trailing = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
		ctx = metadata.AppendToOutgoingContext(ctx, initial, "test_initial_metadata_value", trailing, "\xab\xab\xab")
		var headers, trailers metadata.MD
		_, err := c.unary(ctx, service+"UnaryCall", unaryRequest(1), grpc.Header(&headers), grpc.Trailer(&trailers))
		must(err)
		expect(headers.Get(initial), []string{"test_initial_metadata_value"})
		expect(trailers.Get(trailing), []string{"\xab\xab\xab"})
	},
	"special_status_message": func(c client, ctx context.Context) {
		const text = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
		_, err := c.unary(ctx, service+"UnaryCall", message(7, number(1, 2), message(2, []byte(text))))
		expect(expectStatus(err, codes.Unknown).Message(), text)
	},
	"unimplemented_method": func(c client, ctx context.Context) {
		_, err := c.unary(ctx, service+"UnimplementedCall", nil)
		expectStatus(err, codes.Unimplemented)
	},
	"unimplemented_service": func(c client, ctx context.Context) {
		_, err := c.unary(ctx, "/grpc.testing.UnimplementedService/UnimplementedCall", nil)
		expectStatus(err, codes.Unimplemented)
	},
	"timeout_on_sleeping_server": func(c client, ctx context.Context) {
		ctx, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
		defer cancel()
		stream := c.stream(ctx, "FullDuplexCall")
		request := message(2, number(1, 1), number(2, 5000000))
		must(stream.SendMsg(&request))
		_, err := receive(stream)
		expectStatus(err, codes.DeadlineExceeded)
	},
	"cancel_after_first_response": func(c client, ctx context.Context) {
		ctx, cancel := context.WithCancel(ctx)
		stream := c.stream(ctx, "FullDuplexCall")
		request := step(31415, 27182)
		must(stream.SendMsg(&request))
		_, err := receive(stream)
		must(err)
		cancel()
		_, err = receive(stream)
		expectStatus(err, codes.Canceled)
	},
	"message_sizes": func(c client, ctx context.Context) {
		for _, size := range []int{0, 1, 4091, 4092, 65536, 1 << 20, 16 << 20, 64 << 20} {
			response, err := c.unary(ctx, service+"UnaryCall", unaryRequest(size))
			must(err)
			expect(payloadSize(response), size)
		}
	},
	"concurrent_calls": func(c client, ctx context.Context) {
		done := make(chan error)
		for i := 0; i < 1000; i++ {
			go func() {
				_, err := c.unary(ctx, service+"UnaryCall", unaryRequest(100))
				done <- err
			}()
		}
		for i := 0; i < 1000; i++ {
			must(<-done)
		}
	},
}

func main() {
	connection, err := grpc.Dial("localhost:"+os.Args[1], grpc.WithInsecure(), grpc.WithBlock(), grpc.WithDefaultCallOptions(
		grpc.ForceCodec(raw{}), grpc.MaxCallRecvMsgSize(1<<30), grpc.MaxCallSendMsgSize(1<<30)))
	must(err)
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cases[os.Args[2]](client{connection}, ctx)
}
