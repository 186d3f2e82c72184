// One interop case against a server, with Go's grpc: client PORT CASE [CA.pem [CERTIFICATE.pem KEY.pem]]
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// The request's and the response's size.
var sizes = [][2]int{{27182, 31415}, {8, 9}, {1828, 2653}, {45904, 58979}}

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
		expect(payloadSize(response, 1), 314159)
	},
	"client_compressed_unary": func(c client, ctx context.Context) {
		request := unaryRequest(314159, message(6, number(1, 1)), message(8, number(1, 1)))
		response, err := c.unary(ctx, service+"UnaryCall", request, grpc.UseCompressor(gzip.Name))
		must(err)
		expect(payloadSize(response, 1), 314159)
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
			expect(payloadSize(response, 1), size[1])
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
			expect(payloadSize(response, 1), size[1])
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
			expect(payloadSize(response, 1), size)
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

// secured takes a CA, or a CA, a certificate and its key.
func secured(files []string) grpc.DialOption {
	if len(files) == 0 {
		return grpc.WithInsecure()
	}
	authority, err := os.ReadFile(files[0])
	must(err)
	config := &tls.Config{RootCAs: x509.NewCertPool()}
	config.RootCAs.AppendCertsFromPEM(authority)
	if len(files) == 3 {
		certificate, err := tls.LoadX509KeyPair(files[1], files[2])
		must(err)
		config.Certificates = []tls.Certificate{certificate}
	}
	return grpc.WithTransportCredentials(credentials.NewTLS(config))
}

func main() {
	connection, err := grpc.Dial("localhost:"+os.Args[1], secured(os.Args[3:]), grpc.WithBlock(),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(raw{}), grpc.MaxCallRecvMsgSize(1<<30), grpc.MaxCallSendMsgSize(1<<30)))
	must(err)
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cases[os.Args[2]](client{connection}, ctx)
}
