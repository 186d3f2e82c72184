#!/usr/bin/env bash
# One interop case with buf curl: buf.sh BUF PORT CASE
set -euo pipefail
cd "$(dirname "$0")/.."
buf="$1"
service="http://localhost:$2/grpc.testing.TestService"

call() { "$buf" curl --http2-prior-knowledge --protocol grpc --schema Protos "${@:3}" --data "$2" "$service/$1"; }

case "$3" in
  unary)
    [ "$(call UnaryCall '{"response_size": 3}' | tr -d '[:space:]')" = '{"payload":{"body":"AAAA"}}' ] ;;
  server_streaming)
    answer=$(call StreamingOutputCall '{"response_parameters": [{"size": 1}, {"size": 2}]}' | tr -d '[:space:]')
    [ "$answer" = '{"payload":{"body":"AA=="}}{"payload":{"body":"AAA="}}' ] ;;
  metadata)
    answer=$(call EmptyCall '{}' --header "x-grpc-test-echo-initial: echo" --verbose 2>&1)
    [[ "$answer" == *"< "*[Xx]-[Gg]rpc-[Tt]est-[Ee]cho-[Ii]nitial:\ echo* ]] ;;
  status)
    answer=$(call UnaryCall '{"response_status": {"code": 5, "message": "not here"}}' 2>&1) && exit 1
    [[ "$answer" == *not_found* && "$answer" == *"not here"* ]] ;;
  reflection)
    [[ "$("$buf" curl --http2-prior-knowledge --protocol grpc --list-methods "http://localhost:$2")" == *grpc.testing.TestService/UnaryCall* ]]
    answer=$("$buf" curl --http2-prior-knowledge --protocol grpc --data '{"response_size": 1}' "$service/UnaryCall" | tr -d '[:space:]')
    [ "$answer" = '{"payload":{"body":"AA=="}}' ] ;;
  reflection_v1alpha)
    answer=$("$buf" curl --http2-prior-knowledge --protocol grpc --reflect-protocol grpc-v1alpha --data '{}' "$service/EmptyCall")
    [ "$answer" = '{}' ] ;;
  health)
    answer=$("$buf" curl --http2-prior-knowledge --protocol grpc --data '{}' "http://localhost:$2/grpc.health.v1.Health/Check")
    [[ "$answer" == *SERVING* ]] ;;
  unimplemented)
    answer=$(call UnimplementedCall '{}' 2>&1) && exit 1
    [[ "$answer" == *unimplemented* ]] ;;
esac
