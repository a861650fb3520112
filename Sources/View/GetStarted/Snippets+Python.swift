extension Snippet {
    private static let capture = "export OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true"
    private static let span = """
        with tracer.start_as_current_span("turn") as span:
            span.set_attribute("gen_ai.conversation.id", thread_id)
        """

    static let python: [Snippet] = [
        Snippet(
            "python-openai", "Python · OpenAI",
            """
            pip install opentelemetry-distro opentelemetry-exporter-otlp opentelemetry-instrumentation-openai-v2
            export OTEL_SERVICE_NAME=my-app
            export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
            export OTEL_EXPORTER_OTLP_ENDPOINT={http}
            opentelemetry-instrument python app.py
            """, content: capture, conversation: span),
        Snippet(
            "python-anthropic", "Python · Anthropic",
            """
            pip install opentelemetry-distro opentelemetry-exporter-otlp opentelemetry-instrumentation-anthropic
            export OTEL_SERVICE_NAME=my-app
            export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
            export OTEL_EXPORTER_OTLP_ENDPOINT={http}
            opentelemetry-instrument python app.py
            """, content: "export TRACELOOP_TRACE_CONTENT=true", conversation: span),
        Snippet(
            "python-langchain", "Python · LangChain",
            """
            pip install openinference-instrumentation-langchain opentelemetry-sdk opentelemetry-exporter-otlp
            export OTEL_EXPORTER_OTLP_ENDPOINT={grpc}

            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
            from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
            from openinference.instrumentation.langchain import LangChainInstrumentor

            provider = TracerProvider()
            provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
            LangChainInstrumentor().instrument(tracer_provider=provider)
            """, content: "export OPENINFERENCE_HIDE_INPUTS=false OPENINFERENCE_HIDE_OUTPUTS=false",
            conversation: """
                from openinference.instrumentation import using_session
                with using_session(thread_id): chain.invoke(question)
                """),
        Snippet(
            "python-agents", "Python · OpenAI Agents",
            """
            pip install openinference-instrumentation-openai-agents opentelemetry-sdk opentelemetry-exporter-otlp
            export OTEL_EXPORTER_OTLP_ENDPOINT={grpc}

            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
            from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
            from openinference.instrumentation.openai_agents import OpenAIAgentsInstrumentor

            provider = TracerProvider()
            provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
            OpenAIAgentsInstrumentor().instrument(tracer_provider=provider)
            """, content: "export OPENINFERENCE_HIDE_INPUTS=false OPENINFERENCE_HIDE_OUTPUTS=false",
            conversation: """
                from openinference.instrumentation import using_session
                with using_session(thread_id): Runner.run_sync(agent, question)
                """),
        Snippet(
            "python-last9", "Python · last9-genai",
            """
            pip install last9-genai opentelemetry-exporter-otlp-proto-grpc
            export OTEL_SERVICE_NAME=my-app
            export OTEL_EXPORTER_OTLP_ENDPOINT={grpc}

            from last9_genai import install
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
            from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

            handle = install()
            handle.tracer_provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
            """, content: capture,
            conversation: """
                from last9_genai import conversation_context
                with conversation_context(conversation_id=thread_id): answer(question)
                """),
    ]
}
