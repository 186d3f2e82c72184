"""client.py PROTOS ADDRESS PROMPT: prints the server's answer."""
import sys

import grpc

from generated import load

messages, services = load(sys.argv[1])
with grpc.insecure_channel(sys.argv[2]) as channel:
    stub = services.MyServiceStub(channel)
    print(stub.Predict(messages.PredictRequest(prompt=sys.argv[3]), timeout=30).result)
