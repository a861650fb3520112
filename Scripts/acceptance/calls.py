"""The calls that each SDK program makes, in this order, and what a span about each must say afterwards."""

# prompt, request model, how, what is expected
CALLS = [
    ("hello", "gpt-4o-mini", "chat", {"input": 105, "output": 20, "cached": 64, "response_model": "gpt-4o-mini-2024-07-18"}),
    ("streamed", "gpt-4o-mini", "stream", {"input": 108, "output": 20, "cached": 64, "response_model": "gpt-4o-mini-2024-07-18"}),
    ("think", "o4-mini", "chat", {"input": 105, "output": 20, "cached": 64, "response_model": "o4-mini"}),
    ("rate_limit", "gpt-4o-mini", "chat", {"error": "rate_limited"}),
    ("quota", "gpt-4o-mini", "chat", {"error": "quota_exhausted|rate_limited"}),
    ("unauthorized", "gpt-4o-mini", "chat", {"error": "authentication"}),
    ("server_error", "gpt-4o-mini", "chat", {"error": "server_error"}),
    ("too_long", "gpt-4o-mini", "chat", {"error": "context_length_exceeded|invalid_request"}),
    ("some text", "text-embedding-3-small", "embeddings", {"input": 33}),
]

# US dollars per million tokens: input, cached input, output (../../../shared/reference/core.prices, checked there)
DOLLARS = {"gpt-4o-mini": (0.15, 0.075, 0.60), "o4-mini": (1.10, 0.275, 4.40), "text-embedding-3-small": (0.02, 0.02, 0)}


def cost(model, expected, cached):
    """What the call costs when the telemetry tells `cached` of its input tokens as cached."""
    price = DOLLARS[model]
    fresh = expected["input"] - cached
    return (fresh * price[0] + cached * price[1] + expected.get("output", 0) * price[2]) / 1e6


def make_calls(base_url):
    """Makes every call with the real client. Failures are the provider's answers; the program goes on, as an app would."""
    import openai

    client = openai.OpenAI(base_url=base_url, api_key="test-key", max_retries=0)
    for prompt, model, how, _ in CALLS:
        try:
            if how == "embeddings":
                client.embeddings.create(model=model, input=prompt)
                continue
            messages = [{"role": "user", "content": prompt}]
            if how == "stream":
                for _ in client.chat.completions.create(model=model, messages=messages, stream=True, stream_options={"include_usage": True}):
                    pass
            else:
                client.chat.completions.create(model=model, messages=messages)
        except openai.APIError as error:
            print("as expected:", type(error).__name__)
