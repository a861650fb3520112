"""A tiny server that answers like the OpenAI API, so that real SDKs can make calls whose truth is known.

What it answers follows from the prompt: a word of FAILURES fails that way; anything else succeeds. Token counts are fixed by the case.
"""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FAILURES = {
    "rate_limit": (429, "rate_limit_exceeded", "requests", "Rate limit reached for requests"),
    "quota": (429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota"),
    "unauthorized": (401, "invalid_api_key", "invalid_request_error", "Incorrect API key provided"),
    "server_error": (500, None, "server_error", "The server had an error"),
    "too_long": (400, "context_length_exceeded", "invalid_request_error", "maximum context length is 128000 tokens"),
}


class Provider:
    """Serves on a free loopback port until closed; `served` counts requests by path."""

    def __init__(self):
        self.served = {}
        self.lock = threading.Lock()
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with provider.lock:
                    provider.served[self.path] = provider.served.get(self.path, 0) + 1
                    number = sum(provider.served.values())
                if self.path.endswith("/embeddings"):
                    answer_embeddings(self, body)
                else:
                    answer_chat(self, body, number)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def answer(handler, status, value):
    body = json.dumps(value).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def usage(prompt, model):
    """The figures of one answer: input with 64 cached, output, and reasoning for o-models."""
    tokens = 100 + len(prompt)
    value = {"prompt_tokens": tokens, "completion_tokens": 20, "total_tokens": tokens + 20}
    value["prompt_tokens_details"] = {"cached_tokens": 64, "audio_tokens": 0}
    value["completion_tokens_details"] = {"reasoning_tokens": 8 if model.startswith("o") else 0, "audio_tokens": 0}
    return value


def answer_embeddings(handler, body):
    values = [{"object": "embedding", "index": 0, "embedding": [0.25, -0.5]}]
    answer(handler, 200, {"object": "list", "data": values, "model": body["model"], "usage": {"prompt_tokens": 33, "total_tokens": 33}})


def answer_chat(handler, body, number):
    prompt = body["messages"][-1]["content"]
    model = body["model"]
    if prompt in FAILURES:
        status, code, kind, message = FAILURES[prompt]
        return answer(handler, status, {"error": {"message": message, "type": kind, "param": None, "code": code}})
    head = {"id": f"chatcmpl-{number}", "created": 1_750_000_000, "model": model + "-2024-07-18" if model == "gpt-4o-mini" else model}
    if body.get("stream"):
        return stream_chat(handler, head, usage(prompt, model), body)
    message = {"role": "assistant", "content": "Hello from the loopback."}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    answer(handler, 200, head | {"object": "chat.completion", "choices": choices, "usage": usage(prompt, model)})


def stream_chat(handler, head, figures, body):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()

    def send(text):
        data = f"data: {text}\n\n".encode()
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    head = head | {"object": "chat.completion.chunk"}
    for piece in ({"role": "assistant", "content": ""}, {"content": "Hello "}, {"content": "there."}):
        send(json.dumps(head | {"choices": [{"index": 0, "delta": piece, "finish_reason": None}]}))
    send(json.dumps(head | {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}))
    if (body.get("stream_options") or {}).get("include_usage"):
        send(json.dumps(head | {"choices": [], "usage": figures}))
    send("[DONE]")
    handler.wfile.write(b"0\r\n\r\n")
