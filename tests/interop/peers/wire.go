// Messages by hand: the few fields that the cases need don't make it worth generating code for them.
package main

import "encoding/binary"

const service = "/grpc.testing.TestService/"

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

// entry is a field of a message: its number, and its value or its bytes.
type entry struct {
	number int
	value  int
	bytes  []byte
}

func parse(data []byte) (entries []entry) {
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		value, m := binary.Uvarint(data[n:])
		data = data[n+m:]
		field := entry{number: int(tag >> 3), value: int(value)}
		if tag&7 == 2 {
			field.bytes, data = data[:value], data[value:]
		}
		entries = append(entries, field)
	}
	return entries
}

// field is the last one of that number, as a parser keeps it.
func field(data []byte, wanted int) (found entry) {
	for _, candidate := range parse(data) {
		if candidate.number == wanted {
			found = candidate
		}
	}
	return found
}

// payloadSize is the length of the body in a message that has a Payload in the field.
func payloadSize(data []byte, payload int) int {
	return len(field(field(data, payload).bytes, 2).bytes)
}

func payload(field, size int) []byte { return message(field, message(2, make([]byte, size))) }

func must(err error) {
	if err != nil {
		panic(err)
	}
}
