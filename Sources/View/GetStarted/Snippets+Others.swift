extension Snippet {
    private static let environment = """
        export OTEL_SERVICE_NAME=my-app
        export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
        export OTEL_EXPORTER_OTLP_ENDPOINT={http}
        """

    static let others: [Snippet] = [
        Snippet(
            "js-ai-sdk", "JavaScript · AI SDK",
            """
            npm install @opentelemetry/sdk-node @opentelemetry/exporter-trace-otlp-proto
            export OTEL_EXPORTER_OTLP_ENDPOINT={http}

            import { NodeSDK } from "@opentelemetry/sdk-node";
            import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
            new NodeSDK({ serviceName: "my-app", traceExporter: new OTLPTraceExporter() }).start();

            await generateText({ model, prompt, experimental_telemetry: { isEnabled: true } });
            """, content: "recordInputs and recordOutputs are on unless you turn them off",
            conversation: "experimental_telemetry: { isEnabled: true, metadata: { sessionId: threadId } }"),
        Snippet(
            "java", "Java",
            """
            \(environment)
            java -javaagent:opentelemetry-javaagent.jar -jar app.jar
            """, content: "export OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true",
            conversation: #"Span.current().setAttribute("gen_ai.conversation.id", threadId);"#),
        Snippet(
            "go", "Go",
            """
            \(environment)

            exporter, err := otlptracehttp.New(ctx) // go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp
            provider := trace.NewTracerProvider(trace.WithBatcher(exporter))
            otel.SetTracerProvider(provider)
            """, content: nil, conversation: #"span.SetAttributes(attribute.String("gen_ai.conversation.id", threadID))"#),
        Snippet(
            "dotnet", ".NET",
            """
            \(environment)

            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing
                .AddSource("Experimental.Microsoft.Extensions.AI").AddOtlpExporter());
            IChatClient client = inner.AsBuilder().UseOpenTelemetry().Build();
            """, content: ".UseOpenTelemetry(configure: c => c.EnableSensitiveData = true)",
            conversation: "new ChatOptions { ConversationId = threadId }"),
        Snippet(
            "swift", "Swift",
            """
            \(environment)

            // .package(url: "https://github.com/swift-otel/swift-otel.git", from: "1.0.0")
            import OTel
            let observability = try OTel.bootstrap()
            """, content: nil, conversation: #"span.attributes["gen_ai.conversation.id"] = threadID"#),
        Snippet(
            "collector", "OpenTelemetry Collector",
            """
            exporters:
              otlphttp/weir:
                endpoint: {http}
            service:
              pipelines:
                traces:
                  exporters: [otlphttp/weir]
            """, content: nil, conversation: "the SDK in front of the Collector sets it"),
        Snippet(
            "curl", "curl",
            #"""
            curl {http}/v1/traces -H 'content-type: application/json' -d '{"resourceSpans":[{"resource":{"attributes":[
             {"key":"service.name","value":{"stringValue":"hand-made"}}]},"scopeSpans":[{"spans":[{
             "traceId":"'$(openssl rand -hex 16)'","spanId":"'$(openssl rand -hex 8)'","name":"chat gpt-4o-mini","kind":3,
             "startTimeUnixNano":"'$(date +%s)000000000'","endTimeUnixNano":"'$(date +%s)900000000'","attributes":[
             {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
             {"key":"gen_ai.provider.name","value":{"stringValue":"openai"}},
             {"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o-mini"}},
             {"key":"gen_ai.conversation.id","value":{"stringValue":"by-hand"}},
             {"key":"gen_ai.usage.input_tokens","value":{"intValue":"120"}},
             {"key":"gen_ai.usage.output_tokens","value":{"intValue":"40"}}]}]}]}]}'
            """#, content: nil, conversation: "it is in the attributes above"),
    ]

    static let all = python + others
}
