"""server.py PROTOS: serves on a free port, which it prints."""
import sys
from concurrent import futures

import grpc

from generated import load

messages, services = load(sys.argv[1])


class MyService(services.MyServiceServicer):
    def Predict(self, request, context):
        return messages.PredictResponse(result=f"Hello from Python, {request.prompt}!")


server = grpc.server(futures.ThreadPoolExecutor(max_workers=2))
services.add_MyServiceServicer_to_server(MyService(), server)
port = server.add_insecure_port("localhost:0")
server.start()
print(f"port {port}", flush=True)
server.wait_for_termination()
