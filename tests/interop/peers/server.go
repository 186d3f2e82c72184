// The interop server with Go's grpc, on the loopback: server [CERTIFICATE.pem KEY.pem [CA.pem]]
// Prints its port and serves until its input ends.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/encoding"
	_ "google.golang.org/grpc/encoding/gzip" // Compressed requests are answered compressed.
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

func echoMetadata(stream grpc.ServerStream) {
	const initial, trailing = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
	sent, _ := metadata.FromIncomingContext(stream.Context())
	if header := sent.Get(initial); len(header) > 0 {
		must(stream.SendHeader(metadata.Pairs(initial, header[0])))
	}
	if trailer := sent.Get(trailing); len(trailer) > 0 {
		stream.SetTrailer(metadata.Pairs(trailing, trailer[0]))
	}
}

func failure(request []byte) error {
	asked := field(request, 7).bytes
	return status.Error(codes.Code(field(asked, 1).value), string(field(asked, 2).bytes))
}

func send(stream grpc.ServerStream, response []byte) error { return stream.SendMsg(&response) }

func answer(stream grpc.ServerStream, request []byte) error {
	if err := failure(request); err != nil {
		return err
	}
	for _, parameters := range parse(request) {
		if parameters.number != 2 {
			continue
		}
		time.Sleep(time.Duration(field(parameters.bytes, 2).value) * time.Microsecond)
		if err := send(stream, payload(1, field(parameters.bytes, 1).value)); err != nil {
			return err
		}
	}
	return nil
}

// handle answers all methods: what is sent is bytes, so the kinds of call differ in nothing but the number of messages.
func handle(_ interface{}, stream grpc.ServerStream) error {
	method, _ := grpc.MethodFromServerStream(stream)
	echoMetadata(stream)
	size := 0
	for {
		var request []byte
		err := stream.RecvMsg(&request)
		switch {
		case err == io.EOF && method == service+"StreamingInputCall":
			return send(stream, number(1, size))
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch method {
		case service + "EmptyCall":
			return send(stream, nil)
		case service + "UnaryCall":
			if err := failure(request); err != nil {
				return err
			}
			return send(stream, payload(1, field(request, 2).value))
		case service + "StreamingOutputCall":
			return answer(stream, request)
		case service + "StreamingInputCall":
			size += payloadSize(request, 1)
		case service + "FullDuplexCall":
			if err := answer(stream, request); err != nil {
				return err
			}
		default:
			return status.Error(codes.Unimplemented, method)
		}
	}
}

func secured(files []string) credentials.TransportCredentials {
	certificate, err := tls.LoadX509KeyPair(files[0], files[1])
	must(err)
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	if len(files) == 3 {
		authority, err := os.ReadFile(files[2])
		must(err)
		config.ClientCAs = x509.NewCertPool()
		config.ClientCAs.AppendCertsFromPEM(authority)
		config.ClientAuth = tls.RequireAndVerifyClientCert
	}
	return credentials.NewTLS(config)
}

func main() {
	encoding.RegisterCodec(raw{})
	options := []grpc.ServerOption{grpc.UnknownServiceHandler(handle), grpc.MaxRecvMsgSize(1 << 30), grpc.MaxSendMsgSize(1 << 30)}
	if len(os.Args) > 1 {
		options = append(options, grpc.Creds(secured(os.Args[1:])))
	}
	listener, err := net.Listen("tcp", "localhost:0")
	must(err)
	go grpc.NewServer(options...).Serve(listener)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	io.Copy(io.Discard, os.Stdin)
}
