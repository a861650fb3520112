// swift-format-ignore-file
extension PriceBook {
    /// From LiteLLM, by `Scripts/import-prices`: what genai-prices lacks. Do not edit: put changes into `reviewed`.
    static let added: StaticString = #"""
prices 1
asof 2026-11-23
source litellm 1.109.1 (MIT)

provider alibaba
alibaba/deepseek-v4-flash: in 0.2 cr 0.04 out 0.4
alibaba/deepseek-v4-pro: in 2.4 cr 0.2 out 4.8
alibaba/glm-5.1: in 1.4 cr 0.26 out 4.4
alibaba/glm-5.2: in 1.4 cr 0.28 out 4.4
alibaba/happyhorse-1.0-i2v: vsec 792.1224/h
alibaba/happyhorse-1.0-r2v: vsec 792.1224/h
alibaba/happyhorse-1.0-t2v: vsec 792.1224/h
alibaba/happyhorse-1.1-i2v: vsec 594.0936/h
alibaba/happyhorse-1.1-r2v: vsec 594.0936/h
alibaba/happyhorse-1.1-t2v: vsec 594.0936/h
alibaba/kimi-k2.7-code: in 0.95 cr 0.19 out 4
alibaba/qwen-audio-3.0-tts-flash: char 15/M
alibaba/qwen-audio-3.0-tts-plus: char 20/M
alibaba/qwen-audio-3.1-tts-flash: in 0.23 out 1.87
alibaba/qwen-audio-3.1-tts-plus: char 30/M
alibaba/qwen-coder: in 0.3 out 1.5
alibaba/qwen-flash: in 0.05 out 0.4
  over 256000: in 0.25 out 2
alibaba/qwen-image-2.0: img 35/k
alibaba/qwen-image-2.0-pro: img 75/k
alibaba/qwen-image-3.0: img 30/k
alibaba/qwen-max: in 1.6 out 6.4
alibaba/qwen-plus: in 0.4 out 1.2
alibaba/qwen-plus-2025-04-28: in 0.4 out 1.2 think 4
alibaba/qwen-plus-2025-07-14: in 0.4 out 1.2 think 4
alibaba/qwen-plus-2025-07-28: in 0.4 out 1.2 think 4
  over 256000: in 1.2 out 3.6 think 12
alibaba/qwen-plus-2025-09-11: in 0.4 out 1.2 think 4
  over 256000: in 1.2 out 3.6 think 12
alibaba/qwen-plus-latest: in 0.4 out 1.2 think 4
  over 256000: in 1.2 out 3.6 think 12
alibaba/qwen-turbo: in 0.05 out 0.2 think 0.5
alibaba/qwen-turbo-2024-11-01: in 0.05 out 0.2
alibaba/qwen3-coder-flash: in 0.3 cr 0.08 out 1.5
  over 32000: in 0.5 cr 0.12 out 2.5
  over 128000: in 0.8 cr 0.2 out 4
  over 256000: in 1.6 cr 0.4 out 9.6
alibaba/qwen3-coder-flash-2025-07-28: in 0.3 out 1.5
  over 32000: in 0.5 out 2.5
  over 128000: in 0.8 out 4
  over 256000: in 1.6 out 9.6
alibaba/qwen3-coder-plus: in 1 cr 0.1 out 5
  over 32000: in 1.8 cr 0.18 out 9
  over 128000: in 3 cr 0.3 out 15
  over 256000: in 6 cr 0.6 out 60
alibaba/qwen3-coder-plus-2025-07-22: in 1 out 5
  over 32000: in 1.8 out 9
  over 128000: in 3 out 15
  over 256000: in 6 out 60
alibaba/qwen3-max: in 1.2 out 6
  over 32000: in 2.4 out 12
  over 128000: in 3 out 15
alibaba/qwen3-max-preview: in 1.2 out 6
  over 32000: in 2.4 out 12
  over 128000: in 3 out 15
alibaba/qwen3-next-80b-a3b-instruct: in 0.15 out 1.2
alibaba/qwen3-next-80b-a3b-thinking: in 0.15 out 1.2
alibaba/qwen3-tts-flash: char 10/M
alibaba/qwen3-vl-235b-a22b-instruct: in 0.4 out 1.6
alibaba/qwen3-vl-235b-a22b-thinking: in 0.4 out 4
alibaba/qwen3-vl-32b-instruct: in 0.16 out 0.64
alibaba/qwen3-vl-32b-thinking: in 0.16 out 2.87
alibaba/qwen3-vl-plus: in 0.2 out 1.6
  over 32000: in 0.3 out 2.4
  over 128000: in 0.6 out 4.8
alibaba/qwen3.5-plus: in 0.4 out 2.4
  over 256000: in 0.5 out 3
alibaba/qwen3.7-max: in 2.5 cr 0.5 cw 3.125 out 7.5
alibaba/qwen3.7-plus: in 0.4 cr 0.08 out 1.6
  over 256000: in 1.2 cr 0.24 out 4.8
alibaba/qwen3.8-flash: in 0.15 cr 0.016 cw 0.2 out 0.47
alibaba/qwen3.8-max: in 2 cr 0.25 out 6
alibaba/qwen3.8-omni-flash: in 0.15 cr 0.016 out 0.47
alibaba/qwq-plus: in 0.8 out 2.4
alibaba/wan2.7-i2v: vsec 516.0708/h
alibaba/wan2.7-r2v: vsec 516.0708/h
alibaba/wan2.7-t2v: vsec 516.0708/h
alibaba/wan3.0-video: vsec 594.09/h
alibaba/wan3.0-video-prime: vsec 915.8364/h

provider anthropic
anthropic/claude-mythos-5: in 10 cr 1 cw 12.5 cw1h 20 out 50 search 10/k
  batch: in 5 cr 0.5 cw 6.25 out 25
  geo us: x1.1
anthropic/claude-mythos-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50 search 10/k
  batch: in 5 cr 0.125 cw 6.25 out 25
  geo us: x1.1
anthropic/claude-mythos-preview: in 10 cr 1 cw 12.5 cw1h 20 out 50 search 10/k
  geo us: x1.1

provider aws
aws/1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0: img 60/k
aws/1024-x-1024/50-steps/stability.stable-diffusion-xl-v1: img 40/k
aws/1024-x-1024/max-steps/stability.stable-diffusion-xl-v1: img 80/k
aws/512-x-512/50-steps/stability.stable-diffusion-xl-v0: img 18/k
aws/512-x-512/max-steps/stability.stable-diffusion-xl-v0: img 36/k
aws/ai21.j2-mid-v1: in 12.5 out 12.5
aws/ai21.j2-ultra-v1: in 18.8 out 18.8
aws/ai21.jamba-1-5-large-v1:0: in 2 out 8
aws/ai21.jamba-1-5-mini-v1:0: in 0.2 out 0.4
aws/ai21.jamba-instruct-v1:0: in 0.5 out 0.7
aws/amazon-nova/nova-lite-v1: in 0.06 out 0.24
aws/amazon-nova/nova-micro-v1: in 0.035 out 0.14
aws/amazon-nova/nova-premier-v1: in 2.5 out 12.5
aws/amazon-nova/nova-pro-v1: in 0.8 out 3.2
aws/amazon.nova-2-5-sonic: in 0.33 out 2.75 ain 3 aout 12
aws/amazon.nova-2-multimodal-embeddings-v1:0: in 0.135 asec 0.504/h
aws/amazon.nova-2-pro-preview-20251202-v1:0: in 1.25 cr 0.3125 out 10 ain 1.25 iin 1.25
  batch: in 0.625 out 5
  tier fast priority: in 2.1875 out 17.5
aws/amazon.nova-canvas-v1:0: img 60/k
aws/amazon.rerank-v1:0: rerank 1/k
aws/amazon.titan-embed-g1-text-02: in 0.1
aws/amazon.titan-embed-image-v1: in 0.8
aws/amazon.titan-image-generator-v1: img 8/k
aws/amazon.titan-image-generator-v2: img 8/k
aws/amazon.titan-image-generator-v2:0: img 8/k
aws/amazon.titan-text-premier-v1:0: in 0.5 out 1.5
aws/anthropic.claude-instant-v1: in 0.8 out 2.4
aws/anthropic.claude-mythos-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50
aws/anthropic.claude-mythos-preview: in 27.5 cr 2.75 cw 34.375 cw1h 55 out 137.5
aws/anthropic.claude-v1: in 8 out 24
aws/anthropic.claude-v2:1: in 8 out 24
aws/ap-northeast-1/anthropic.claude-instant-v1: in 2.23 out 7.55
aws/ap-northeast-1/anthropic.claude-v1: in 8 out 24
aws/ap-northeast-1/anthropic.claude-v2:1: in 8 out 24
aws/ap-northeast-1/deepseek.v3.2: in 0.74 out 2.22
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-northeast-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-northeast-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-northeast-1/mistral.voxtral-mini-3b-2507: in 0.05 out 0.05
  batch: x0.6
  tier flex: x0.6
  tier fast priority: x1.8
aws/ap-northeast-1/mistral.voxtral-small-24b-2507: in 0.12 out 0.36
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-northeast-1/moonshotai.kimi-k2-thinking: in 0.73 out 3.03
  tier flex: in 0.36 out 1.52
aws/ap-northeast-1/moonshotai.kimi-k2.5: in 0.72 out 3.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-northeast-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/ap-northeast-1/qwen.qwen3-next-80b-a3b: in 0.18 out 1.45
  tier flex: in 0.09 out 0.72
  tier fast priority: in 0.32 out 2.54
aws/ap-south-1/deepseek.v3.2: in 0.74 out 2.22
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-south-1/meta.llama3-70b-instruct-v1:0: in 3.18 out 4.2
aws/ap-south-1/meta.llama3-8b-instruct-v1:0: in 0.36 out 0.72
aws/ap-south-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-south-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-south-1/moonshotai.kimi-k2-thinking: in 0.71 out 2.94
  tier flex: in 0.36 out 1.47
aws/ap-south-1/moonshotai.kimi-k2.5: in 0.72 out 3.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-south-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/ap-south-1/qwen.qwen3-next-80b-a3b: in 0.18 out 1.41
  batch: in 0.09 out 0.71
  tier flex: in 0.09 out 0.71
  tier fast priority: in 0.32 out 2.47
aws/ap-southeast-2/minimax.minimax-m2.5: in 0.31 out 1.24
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-southeast-2/mistral.voxtral-mini-3b-2507: in 0.0412 out 0.0412
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-southeast-2/mistral.voxtral-small-24b-2507: in 0.103 out 0.309
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/ap-southeast-2/qwen.qwen3-next-80b-a3b: in 0.1545 out 1.236
aws/ap-southeast-3/deepseek.v3.2: in 0.74 out 2.22
  tier flex: x0.5
aws/ap-southeast-3/minimax.minimax-m2.1: in 0.36 out 1.44
  tier flex: x0.5
aws/ap-southeast-3/minimax.minimax-m2.5: in 0.36 out 1.44
  tier flex: x0.5
aws/ap-southeast-3/moonshotai.kimi-k2.5: in 0.72 out 3.6
  tier flex: x0.5
aws/ap-southeast-3/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/apac.amazon.nova-2-lite-v1:0: in 0.396 cr 0.099 out 3.311
aws/apac.amazon.nova-2-pro-preview-20251202-v1:0: in 1.375 cr 0.34375 out 11 ain 1.375 iin 1.375
aws/apac.amazon.nova-lite-v1:0: in 0.063 cr 0.01575 out 0.252
aws/apac.amazon.nova-micro-v1:0: in 0.037 cr 0.00925 out 0.148
aws/apac.amazon.nova-pro-v1:0: in 0.84 cr 0.21 out 3.36
  tier flex: x0.5
aws/apac.anthropic.claude-fable-5: in 11 cr 1.1 cw 13.75 cw1h 22 out 55
aws/apac.anthropic.claude-haiku-4-5-20251001-v1:0: in 1.1 cr 0.11 cw 1.375 out 5.5
  batch: in 0.55 out 2.75
aws/apac.anthropic.claude-haiku-5-5: in 0.11 cr 0.011 cw 0.1375 cw1h 0.22 out 0.55
  over 100000: in 0.55 cr 0.055 cw 0.6875 cw1h 1.1 out 2.75
aws/apac.anthropic.claude-mythos-preview: in 27.5 cr 2.75 cw 34.375 cw1h 55 out 137.5
aws/apac.anthropic.claude-opus-4-7: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/apac.anthropic.claude-opus-4-8: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/apac.anthropic.claude-opus-5: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/apac.anthropic.claude-opus-5-5: in 4.4 cr 0.22 cw 5.5 cw1h 8.8 out 22
aws/apac.anthropic.claude-sonnet-4-20250514-v1:0: in 3 cr 0.3 cw 3.75 out 15 search 10/k
  over 200000: in 6 cr 0.6 cw 7.5 out 22.5
aws/apac.anthropic.claude-sonnet-4-6: in 3.3 cr 0.33 cw 4.125 cw1h 6.6 out 16.5
aws/apac.anthropic.claude-sonnet-5: in 2.2 cr 0.22 cw 2.75 cw1h 4.4 out 11
aws/apac.anthropic.claude-sonnet-5-5: in 2.2 cr 0.11 cw 2.75 cw1h 4.4 out 11
aws/au.anthropic.claude-mythos-preview: in 27.5 cr 2.75 cw 34.375 cw1h 55 out 137.5
aws/ca-central-1/meta.llama3-70b-instruct-v1:0: in 3.05 out 4.03
aws/ca-central-1/meta.llama3-8b-instruct-v1:0: in 0.35 out 0.69
aws/claude_platform/claude-fable-5: in 10 cr 1 cw 12.5 cw1h 20 out 50 search 10/k
  batch: in 5 cr 0.5 cw 6.25 out 25
  geo us: x1.1
aws/claude_platform/claude-fable-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50 search 10/k
  batch: in 5 cr 0.125 cw 6.25 out 25
  geo us: x1.1
aws/claude_platform/claude-haiku-4-5: in 1 cr 0.1 cw 1.25 cw1h 2 out 5
  batch: in 0.5 cr 0.05 cw 0.625 out 2.5
aws/claude_platform/claude-haiku-5-5: in 0.1 cr 0.01 cw 0.125 cw1h 0.2 out 0.5 search 10/k
  over 100000: in 0.5 cr 0.05 cw 0.625 cw1h 1 out 2.5
  batch: in 0.05 cr 0.005 cw 0.0625 out 0.25
  batch over 100000: in 0.25 cr 0.025 cw 0.3125 out 1.25
  geo us: x1.1
aws/claude_platform/claude-opus-4-5: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: in 2.5 cr 0.25 cw 3.125 out 12.5
aws/claude_platform/claude-opus-4-6: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: in 2.5 cr 0.25 cw 3.125 out 12.5
  geo us: x1.1
aws/claude_platform/claude-opus-4-7: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: in 2.5 cr 0.25 cw 3.125 out 12.5
  geo us: x1.1
aws/claude_platform/claude-opus-4-8: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: in 2.5 cr 0.25 cw 3.125 out 12.5
  geo us: x1.1
aws/claude_platform/claude-opus-5: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: in 2.5 cr 0.25 cw 3.125 out 12.5
  geo us: x1.1
aws/claude_platform/claude-opus-5-5: in 4 cr 0.2 cw 5 cw1h 8 out 20 search 10/k
  batch: in 2 cr 0.1 cw 2.5 out 10
  geo us: x1.1
aws/claude_platform/claude-sonnet-4-5: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  batch: in 1.5 cr 0.15 cw 1.875 out 7.5
aws/claude_platform/claude-sonnet-4-6: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  batch: in 1.5 cr 0.15 cw 1.875 out 7.5
  geo us: x1.1
aws/claude_platform/claude-sonnet-5: in 2 cr 0.2 cw 2.5 cw1h 4 out 10 search 10/k
  batch: in 1 cr 0.1 cw 1.25 out 5
  geo us: x1.1
aws/claude_platform/claude-sonnet-5-5: in 2 cr 0.1 cw 2.5 cw1h 4 out 10 search 10/k
  batch: in 1 cr 0.05 cw 1.25 out 5
  geo us: x1.1
aws/cohere.command-light-text-v14: in 0.3 out 0.6
aws/cohere.command-text-v14: in 1 out 2
aws/cohere.embed-english-v3: in 0.1
aws/cohere.embed-multilingual-v3: in 0.1
aws/cohere.embed-v4:0: in 0.12
aws/cohere.rerank-v3-5:0: rerank 2/k
aws/deepseek.v3-v1:0: in 0.58 out 1.68
aws/deepseek.v3.1: in 0.58 out 1.68
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/deepseek.v3.2: in 0.62 out 1.85
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-central-1/anthropic.claude-instant-v1: in 2.48 out 8.38
aws/eu-central-1/anthropic.claude-v1: in 8 out 24
aws/eu-central-1/anthropic.claude-v2:1: in 8 out 24
aws/eu-central-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-central-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-central-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/eu-north-1/deepseek.v3.2: in 0.74 out 2.22
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-north-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-north-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-north-1/moonshotai.kimi-k2.5: in 0.72 out 3.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-south-1/minimax.minimax-m2.1: in 0.36 out 1.44
  tier flex: x0.5
aws/eu-south-1/minimax.minimax-m2.5: in 0.36 out 1.44
  tier flex: x0.5
aws/eu-south-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/eu-west-1/meta.llama3-70b-instruct-v1:0: in 2.86 out 3.78
aws/eu-west-1/meta.llama3-8b-instruct-v1:0: in 0.32 out 0.65
aws/eu-west-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/eu-west-1/qwen.qwen3-next-80b-a3b: in 0.18 out 1.41
  tier flex: in 0.09 out 0.71
  tier fast priority: in 0.32 out 2.47
aws/eu-west-2/meta.llama3-70b-instruct-v1:0: in 3.45 out 4.55
aws/eu-west-2/meta.llama3-8b-instruct-v1:0: in 0.39 out 0.78
aws/eu-west-2/minimax.minimax-m2.1: in 0.47 out 1.86
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-2/minimax.minimax-m2.5: in 0.47 out 1.86
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-2/mistral.voxtral-mini-3b-2507: in 0.06 out 0.06
  batch: x0.5
  tier flex: x0.5
  tier fast priority: in 0.11 out 0.11
aws/eu-west-2/mistral.voxtral-small-24b-2507: in 0.16 out 0.47
  batch: in 0.08 out 0.23
  tier flex: in 0.08 out 0.23
  tier fast priority: in 0.28 out 0.82
aws/eu-west-2/nvidia.nemotron-super-3-120b: in 0.23 out 1.01
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-2/qwen.qwen3-coder-next: in 0.78 out 1.86
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/eu-west-2/qwen.qwen3-next-80b-a3b: in 0.23 out 1.86
  tier flex: in 0.12 out 0.93
  tier fast priority: in 0.4 out 3.26
aws/eu-west-3/mistral.mistral-7b-instruct-v0:2: in 0.2 out 0.26
aws/eu-west-3/mistral.mistral-large-2402-v1:0: in 5.2 out 15.6
aws/eu-west-3/mistral.mixtral-8x7b-instruct-v0:1: in 0.59 out 0.91
aws/eu.amazon.nova-2-lite-v1:0: in 0.429 cr 0.10725 out 3.597
aws/eu.amazon.nova-2-pro-preview-20251202-v1:0: in 1.375 cr 0.34375 out 11 ain 1.375 iin 1.375
aws/eu.amazon.nova-lite-v1:0: in 0.078 cr 0.0195 out 0.312
aws/eu.amazon.nova-micro-v1:0: in 0.046 cr 0.0115 out 0.184
aws/eu.amazon.nova-pro-v1:0: in 1.05 cr 0.2625 out 4.2
  tier flex: x0.5
aws/eu.deepseek.v3.2: in 0.74 out 2.22
  tier flex: x0.5
aws/eu.meta.llama3-2-1b-instruct-v1:0: in 0.13 out 0.13
aws/eu.meta.llama3-2-3b-instruct-v1:0: in 0.19 out 0.19
aws/eu.twelvelabs.marengo-embed-2-7-v1:0: asec 0.504/h rerank 0.07/k
aws/eu.twelvelabs.marengo-embed-3-0-v1:0: asec 0.504/h rerank 0.07/k
aws/eu.twelvelabs.pegasus-1-2-v1:0: out 7.5
aws/global.anthropic.claude-mythos-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50
aws/global.cohere.embed-v4:0: in 0.12
aws/global.twelvelabs.pegasus-1-2-v1:0: out 7.5
aws/global.twelvelabs.pegasus-1-5-v1:0: out 7.5
aws/global.xai.grok-4.6: in 2 cr 0.5 out 6
  tier flex: x0.5
  tier fast priority: x1.75
aws/global.xai.grok-4.7: in 2 cr 0.5 out 6
  tier flex: x0.5
  tier fast priority: x1.75
aws/google.gemma-4-26b-a4b: in 0.13 out 0.4
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/google.gemma-4-31b: in 0.14 out 0.4
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/google.gemma-4-e2b: in 0.04 out 0.08
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/invoke/anthropic.claude-3-5-sonnet-20240620-v1:0: in 3 cr 0.3 cw 3.75 out 15
aws/jp.amazon.nova-2-lite-v1:0: in 0.396 cr 0.099 out 3.311
  batch: in 0.198 out 1.6555
  tier flex: x0.5
  tier fast priority: x1.75
aws/max-x-max/50-steps/stability.stable-diffusion-xl-v0: img 36/k
aws/max-x-max/max-steps/stability.stable-diffusion-xl-v0: img 72/k
aws/meta.llama2-13b-chat-v1: in 0.75 out 1
aws/meta.llama2-70b-chat-v1: in 1.95 out 2.56
aws/meta.llama3-1-405b-instruct-v1:0: in 2.4 out 2.4
aws/minimax.minimax-m2: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: in 0.52 out 2.1
aws/minimax.minimax-m2.1: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/minimax.minimax-m2.5: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/mistral.mistral-large-2407-v1:0: in 2 out 6
aws/moonshot.kimi-k2-thinking: in 0.6 out 2.5
  batch: x0.5
  tier fast priority: in 1.05 out 4.38
aws/moonshotai.kimi-k2-thinking: in 0.6 out 2.5
  tier flex: x0.5
aws/moonshotai.kimi-k2.5: in 0.6 out 3
  tier flex: x0.5
aws/nvidia.nemotron-nano-12b-v2: in 0.2 out 0.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/openai.gpt-5.6-cyber: in 13.75 cr 1.375 cw 17.1875 out 82.5
aws/openai.gpt-daybreak-blue-5.6-sol: in 4.4 cr 0.44 cw 5.5 out 22
  over 272000: in 8.8 cr 0.88 cw 11 out 33
aws/openai.gpt-oss-120b: in 0.15 out 0.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/openai.gpt-oss-20b: in 0.07 out 0.3
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/openai.gpt-oss-safeguard-120b: in 0.15 out 0.6
  batch: in 0.07 out 0.3
  tier flex: in 0.07 out 0.3
  tier fast priority: in 0.26 out 1.05
aws/openai.gpt-oss-safeguard-20b: in 0.07 out 0.2
  batch: in 0.03 out 0.1
  tier flex: in 0.03 out 0.1
  tier fast priority: in 0.12 out 0.35
aws/qwen.qwen3-235b-a22b-2507: in 0.22 out 0.88
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/qwen.qwen3-235b-a22b-2507-v1:0: in 0.22 out 0.88
  batch: x0.5
  tier flex: x0.5
aws/qwen.qwen3-coder-30b-a3b-instruct: in 0.15 out 0.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/qwen.qwen3-coder-480b-a35b-instruct: in 0.45 out 1.8
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/qwen.qwen3-coder-next: in 0.5 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/qwen.qwen3-next-80b-a3b: in 0.15 out 1.2
  tier flex: in 0.07 out 0.6
  tier fast priority: in 0.26 out 2.1
aws/qwen.qwen3-next-80b-a3b-instruct: in 0.14 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: in 0.26 out 2.1
aws/qwen.qwen3-vl-235b-a22b-instruct: in 0.53 out 2.66
  batch: in 0.26 out 1.33
  tier flex: in 0.26 out 1.33
  tier fast priority: in 0.93 out 4.66
aws/sa-east-1/deepseek.v3.2: in 0.74 out 2.22
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/sa-east-1/meta.llama3-70b-instruct-v1:0: in 4.45 out 5.88
aws/sa-east-1/meta.llama3-8b-instruct-v1:0: in 0.5 out 1.01
aws/sa-east-1/minimax.minimax-m2.1: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/sa-east-1/minimax.minimax-m2.5: in 0.36 out 1.44
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/sa-east-1/moonshotai.kimi-k2-thinking: in 0.73 out 3.03
  tier flex: in 0.36 out 1.52
aws/sa-east-1/moonshotai.kimi-k2.5: in 0.72 out 3.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/sa-east-1/qwen.qwen3-coder-next: in 0.6 out 1.44
  tier flex: x0.5
aws/sa-east-1/qwen.qwen3-next-80b-a3b: in 0.18 out 1.45
  tier flex: in 0.09 out 0.72
  tier fast priority: in 0.32 out 2.54
aws/stability.sd3-5-large-v1:0: img 80/k
aws/stability.sd3-large-v1:0: img 80/k
aws/stability.stable-conservative-upscale-v1:0: img 400/k
aws/stability.stable-creative-upscale-v1:0: img 600/k
aws/stability.stable-fast-upscale-v1:0: img 30/k
aws/stability.stable-image-control-sketch-v1:0: img 70/k
aws/stability.stable-image-control-structure-v1:0: img 70/k
aws/stability.stable-image-core-v1:0: img 40/k
aws/stability.stable-image-core-v1:1: img 40/k
aws/stability.stable-image-erase-object-v1:0: img 70/k
aws/stability.stable-image-inpaint-v1:0: img 70/k
aws/stability.stable-image-remove-background-v1:0: img 70/k
aws/stability.stable-image-search-recolor-v1:0: img 70/k
aws/stability.stable-image-search-replace-v1:0: img 70/k
aws/stability.stable-image-style-guide-v1:0: img 70/k
aws/stability.stable-image-ultra-v1:0: img 140/k
aws/stability.stable-image-ultra-v1:1: img 140/k
aws/stability.stable-outpaint-v1:0: img 60/k
aws/stability.stable-style-transfer-v1:0: img 80/k
aws/twelvelabs.marengo-embed-2-7-v1:0: asec 0.504/h rerank 0.07/k
aws/twelvelabs.marengo-embed-3-0-v1:0: asec 0.504/h rerank 0.07/k
aws/twelvelabs.pegasus-1-2-v1:0: out 7.5
aws/twelvelabs.pegasus-1-5-v1:0: out 7.5
aws/us-east-1/anthropic.claude-instant-v1: in 0.8 out 2.4
aws/us-east-1/anthropic.claude-v1: in 8 out 24
aws/us-east-1/anthropic.claude-v2:1: in 8 out 24
aws/us-east-1/deepseek.v3.2: in 0.62 out 1.85
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-1/meta.llama3-70b-instruct-v1:0: in 2.65 out 3.5
aws/us-east-1/meta.llama3-8b-instruct-v1:0: in 0.3 out 0.6
aws/us-east-1/minimax.minimax-m2.1: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-1/minimax.minimax-m2.5: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-1/mistral.mistral-7b-instruct-v0:2: in 0.15 out 0.2
aws/us-east-1/mistral.mistral-large-2402-v1:0: in 4 out 12
aws/us-east-1/mistral.mixtral-8x7b-instruct-v0:1: in 0.45 out 0.7
aws/us-east-1/moonshotai.kimi-k2-thinking: in 0.6 out 2.5
  tier flex: x0.5
aws/us-east-1/moonshotai.kimi-k2.5: in 0.6 out 3
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-1/qwen.qwen3-coder-next: in 0.5 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-1/zai.glm-5: in 1 out 3.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-2/deepseek.v3.2: in 0.62 out 1.85
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-2/minimax.minimax-m2.1: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-2/minimax.minimax-m2.5: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-2/moonshotai.kimi-k2-thinking: in 0.6 out 2.5
  tier flex: x0.5
aws/us-east-2/moonshotai.kimi-k2.5: in 0.6 out 3
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-east-2/qwen.qwen3-coder-next: in 0.5 out 1.2
  tier flex: x0.5
aws/us-gov-east-1/amazon.nova-pro-v1:0: in 0.96 cr 0.24 out 3.84
aws/us-gov-east-1/amazon.titan-embed-text-v1: in 0.1
aws/us-gov-east-1/amazon.titan-embed-text-v2:0: in 0.2
aws/us-gov-east-1/amazon.titan-text-express-v1: in 1.3 out 1.7
aws/us-gov-east-1/amazon.titan-text-lite-v1: in 0.3 out 0.4
aws/us-gov-east-1/amazon.titan-text-premier-v1:0: in 0.5 out 1.5
aws/us-gov-east-1/anthropic.claude-fable-5-1: in 12 cr 0.3 cw 15 cw1h 24 out 60
aws/us-gov-east-1/anthropic.claude-haiku-4-5-20251001-v1:0: in 1.2 cr 0.12 cw 1.5 cw1h 2.4 out 6
aws/us-gov-east-1/anthropic.claude-haiku-5-5: in 0.12 cr 0.012 cw 0.15 cw1h 0.24 out 0.6
  over 100000: in 0.6 cr 0.06 cw 0.75 cw1h 1.2 out 3
aws/us-gov-east-1/anthropic.claude-opus-4-8: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov-east-1/anthropic.claude-opus-5: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov-east-1/anthropic.claude-opus-5-5: in 4.8 cr 0.24 cw 6 cw1h 9.6 out 24
aws/us-gov-east-1/anthropic.claude-sonnet-4-5-20250929-v1:0: in 3.6 cr 0.36 cw 4.5 cw1h 7.2 out 18
aws/us-gov-east-1/anthropic.claude-sonnet-5: in 2.4 cr 0.24 cw 3 cw1h 4.8 out 12
aws/us-gov-east-1/anthropic.claude-sonnet-5-5: in 2.4 cr 0.12 cw 3 cw1h 4.8 out 12
aws/us-gov-east-1/claude-sonnet-4-5-20250929-v1:0: in 3.6 cr 0.36 cw 4.5 cw1h 7.2 out 18
aws/us-gov-east-1/meta.llama3-70b-instruct-v1:0: in 2.65 out 3.5
aws/us-gov-east-1/meta.llama3-8b-instruct-v1:0: in 0.3 out 2.65
aws/us-gov-east-1/nvidia.nemotron-nano-12b-v2: in 0.24 out 0.72
aws/us-gov-east-1/nvidia.nemotron-nano-3-30b: in 0.072 out 0.288
aws/us-gov-east-1/nvidia.nemotron-nano-9b-v2: in 0.072 out 0.276
aws/us-gov-east-1/nvidia.nemotron-super-3-120b: in 0.18 out 0.78
aws/us-gov-east-1/openai.gpt-5.4: in 3.3 cr 0.33 out 19.8
aws/us-gov-east-1/openai.gpt-oss-120b: in 0.18 out 0.72
aws/us-gov-east-1/openai.gpt-oss-120b-1:0: in 0.18 out 0.72
aws/us-gov-east-1/openai.gpt-oss-20b: in 0.084 out 0.36
aws/us-gov-east-1/openai.gpt-oss-20b-1:0: in 0.084 out 0.36
aws/us-gov-east-1/xai.grok-4.6: in 2.64 cr 0.66 out 7.92
aws/us-gov-west-1/amazon.nova-2-multimodal-embeddings-v1:0: in 0.162 asec 0.6048/h
aws/us-gov-west-1/amazon.nova-lite-v1:0: in 0.072 cr 0.018 out 0.288
aws/us-gov-west-1/amazon.nova-micro-v1:0: in 0.042 cr 0.0105 out 0.168
aws/us-gov-west-1/amazon.nova-pro-v1:0: in 0.96 cr 0.24 out 3.84
aws/us-gov-west-1/amazon.titan-embed-text-v1: in 0.1
aws/us-gov-west-1/amazon.titan-embed-text-v2:0: in 0.11
aws/us-gov-west-1/amazon.titan-text-express-v1: in 0.8 out 1.6
aws/us-gov-west-1/amazon.titan-text-lite-v1: in 0.3 out 0.4
aws/us-gov-west-1/amazon.titan-text-premier-v1:0: in 0.5 out 1.5
aws/us-gov-west-1/anthropic.claude-fable-5-1: in 12 cr 0.3 cw 15 cw1h 24 out 60
aws/us-gov-west-1/anthropic.claude-haiku-4-5-20251001-v1:0: in 1.2 cr 0.12 cw 1.5 cw1h 2.4 out 6
aws/us-gov-west-1/anthropic.claude-haiku-5-5: in 0.12 cr 0.012 cw 0.15 cw1h 0.24 out 0.6
  over 100000: in 0.6 cr 0.06 cw 0.75 cw1h 1.2 out 3
aws/us-gov-west-1/anthropic.claude-opus-4-8: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov-west-1/anthropic.claude-opus-5: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov-west-1/anthropic.claude-opus-5-5: in 4.8 cr 0.24 cw 6 cw1h 9.6 out 24
aws/us-gov-west-1/anthropic.claude-sonnet-4-5-20250929-v1:0: in 3.6 cr 0.36 cw 4.5 cw1h 7.2 out 18
aws/us-gov-west-1/anthropic.claude-sonnet-5: in 2.4 cr 0.24 cw 3 cw1h 4.8 out 12
aws/us-gov-west-1/anthropic.claude-sonnet-5-5: in 2.4 cr 0.12 cw 3 cw1h 4.8 out 12
aws/us-gov-west-1/claude-sonnet-4-5-20250929-v1:0: in 3.6 cr 0.36 cw 4.5 cw1h 7.2 out 18
aws/us-gov-west-1/google.gemma-4-26b-a4b: in 0.156 out 0.48
aws/us-gov-west-1/google.gemma-4-31b: in 0.168 out 0.48
aws/us-gov-west-1/google.gemma-4-e2b: in 0.048 out 0.096
aws/us-gov-west-1/meta.llama3-70b-instruct-v1:0: in 2.65 out 3.5
aws/us-gov-west-1/meta.llama3-8b-instruct-v1:0: in 0.3 out 0.6
aws/us-gov-west-1/nvidia.nemotron-nano-12b-v2: in 0.24 out 0.72
aws/us-gov-west-1/nvidia.nemotron-nano-3-30b: in 0.072 out 0.288
aws/us-gov-west-1/nvidia.nemotron-nano-9b-v2: in 0.072 out 0.276
aws/us-gov-west-1/nvidia.nemotron-super-3-120b: in 0.18 out 0.78
aws/us-gov-west-1/openai.gpt-5.4: in 3.375 cr 0.3375 out 20.25
aws/us-gov-west-1/openai.gpt-5.6-luna: in 0.27 cr 0.027 cw 0.3375 out 1.62
  over 272000: in 0.54 cr 0.054 cw 0.675 out 2.43
aws/us-gov-west-1/openai.gpt-5.6-terra: in 2.7 cr 0.27 cw 3.375 out 16.2
  over 272000: in 5.4 cr 0.54 cw 6.75 out 24.3
aws/us-gov-west-1/openai.gpt-oss-120b: in 0.18 out 0.72
aws/us-gov-west-1/openai.gpt-oss-120b-1:0: in 0.18 out 0.72
aws/us-gov-west-1/openai.gpt-oss-20b: in 0.084 out 0.36
aws/us-gov-west-1/openai.gpt-oss-20b-1:0: in 0.084 out 0.36
aws/us-gov-west-1/xai.grok-4.3: in 1.5 cr 0.24 out 3
aws/us-gov-west-1/xai.grok-4.6: in 2.64 cr 0.66 out 7.92
aws/us-gov.anthropic.claude-fable-5-1: in 12 cr 0.3 cw 15 cw1h 24 out 60
aws/us-gov.anthropic.claude-haiku-5-5: in 0.12 cr 0.012 cw 0.15 cw1h 0.24 out 0.6
  over 100000: in 0.6 cr 0.06 cw 0.75 cw1h 1.2 out 3
aws/us-gov.anthropic.claude-opus-4-8: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov.anthropic.claude-opus-5: in 6 cr 0.6 cw 7.5 cw1h 12 out 30
aws/us-gov.anthropic.claude-opus-5-5: in 4.8 cr 0.24 cw 6 cw1h 9.6 out 24
aws/us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0: in 3.6 cr 0.36 cw 4.5 cw1h 7.2 out 18
  over 200000: in 7.2 cr 0.72 cw 9 cw1h 14.4 out 27
aws/us-gov.anthropic.claude-sonnet-5: in 2.4 cr 0.24 cw 3 cw1h 4.8 out 12
aws/us-gov.anthropic.claude-sonnet-5-5: in 2.4 cr 0.12 cw 3 cw1h 4.8 out 12
aws/us-gov.nvidia.nemotron-nano-12b-v2: in 0.24 out 0.72
aws/us-gov.nvidia.nemotron-nano-3-30b: in 0.072 out 0.288
aws/us-gov.nvidia.nemotron-nano-9b-v2: in 0.072 out 0.276
aws/us-gov.nvidia.nemotron-super-3-120b: in 0.18 out 0.78
aws/us-gov.openai.gpt-oss-120b-1:0: in 0.18 out 0.72
aws/us-gov.openai.gpt-oss-20b-1:0: in 0.084 out 0.36
aws/us-gov.xai.grok-4.6: in 2.64 cr 0.66 out 7.92
aws/us-west-1/meta.llama3-70b-instruct-v1:0: in 2.65 out 3.5
aws/us-west-1/meta.llama3-8b-instruct-v1:0: in 0.3 out 0.6
aws/us-west-2/anthropic.claude-instant-v1: in 0.8 out 2.4
aws/us-west-2/anthropic.claude-v1: in 8 out 24
aws/us-west-2/anthropic.claude-v2:1: in 8 out 24
aws/us-west-2/deepseek.v3.2: in 0.62 out 1.85
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-west-2/minimax.minimax-m2.1: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-west-2/minimax.minimax-m2.5: in 0.3 out 1.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-west-2/mistral.mistral-7b-instruct-v0:2: in 0.15 out 0.2
aws/us-west-2/mistral.mistral-large-2402-v1:0: in 4 out 12
aws/us-west-2/mistral.mixtral-8x7b-instruct-v0:1: in 0.45 out 0.7
aws/us-west-2/moonshotai.kimi-k2-thinking: in 0.6 out 2.5
  tier flex: x0.5
aws/us-west-2/moonshotai.kimi-k2.5: in 0.6 out 3
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us-west-2/qwen.qwen3-coder-next: in 0.5 out 1.2
  tier flex: x0.5
aws/us-west-2/zai.glm-5: in 1 out 3.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us.amazon.nova-2-pro-preview-20251202-v1:0: in 1.375 cr 0.34375 out 11 ain 1.375 iin 1.375
  batch: in 0.6875 out 5.5
  tier fast priority: in 2.40625 out 19.25
aws/us.amazon.nova-canvas-v1:0: img 60/k
aws/us.anthropic.claude-mythos-5: in 11 cr 1.1 cw 13.75 cw1h 22 out 55
aws/us.anthropic.claude-mythos-5-1: in 11 cr 0.275 cw 13.75 cw1h 22 out 55
aws/us.anthropic.claude-mythos-preview: in 27.5 cr 2.75 cw 34.375 cw1h 55 out 137.5
aws/us.cohere.embed-v4:0: in 0.12
aws/us.deepseek.v3.2: in 0.62 out 1.85
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/us.meta.llama3-1-405b-instruct-v1:0: in 2.4 out 2.4
aws/us.stability.stable-conservative-upscale-v1:0: img 400/k
aws/us.stability.stable-creative-upscale-v1:0: img 600/k
aws/us.stability.stable-fast-upscale-v1:0: img 30/k
aws/us.stability.stable-image-control-sketch-v1:0: img 70/k
aws/us.stability.stable-image-control-structure-v1:0: img 70/k
aws/us.stability.stable-image-erase-object-v1:0: img 70/k
aws/us.stability.stable-image-inpaint-v1:0: img 70/k
aws/us.stability.stable-image-remove-background-v1:0: img 70/k
aws/us.stability.stable-image-search-recolor-v1:0: img 70/k
aws/us.stability.stable-image-search-replace-v1:0: img 70/k
aws/us.stability.stable-image-style-guide-v1:0: img 70/k
aws/us.stability.stable-outpaint-v1:0: img 60/k
aws/us.stability.stable-style-transfer-v1:0: img 80/k
aws/us.twelvelabs.marengo-embed-2-7-v1:0: asec 0.504/h rerank 0.07/k
aws/us.twelvelabs.marengo-embed-3-0-v1:0: asec 0.504/h rerank 0.07/k
aws/us.twelvelabs.pegasus-1-2-v1:0: out 7.5
aws/us.twelvelabs.pegasus-1-5-v1:0: out 7.5
aws/us.xai.grok-4.6: in 2.2 cr 0.55 out 6.6
  tier flex: x0.5
  tier fast priority: x1.75
aws/us.xai.grok-4.7: in 2.2 cr 0.55 out 6.6
  tier flex: x0.5
  tier fast priority: x1.75
aws/writer.palmyra-vision-7b: in 0.15 out 0.6
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/xai.grok-4.3: in 1.25 cr 0.2 out 2.5
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/xai.grok-4.6: in 2.2 cr 0.55 out 6.6
  tier flex: x0.5
  tier fast priority: x1.75
aws/zai.glm-4.7: in 0.6 out 2.2
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/zai.glm-4.7-flash: in 0.07 out 0.4
  batch: x0.5
  tier flex: x0.5
  tier fast priority: x1.75
aws/zai.glm-5: in 1 out 3.2
  batch: x0.5
  tier fast priority: x1.75

provider azure
azure/apac/gpt-6.1-sol: in 2.4 cr 0.12 cw 3 out 12 search 14/k
  over 272000: in 4.8 cr 0.24 cw 6 out 18
azure/apac/gpt-6.1-terra: in 1.2 cr 0.06 cw 1.5 out 6 search 14/k
  over 272000: in 2.4 cr 0.12 cw 3 out 9
azure/claude-opus-5-5-fast: in 8 cr 0.4 cw 10 cw1h 16 out 40 search 20/k
azure/Codestral-2501: in 0.3 out 0.9
azure/cohere-command-a: in 2.5 out 10
azure/Cohere-command-a-plus-05-2026: in 0.8 out 3.2
azure/Cohere-embed-v3-english: in 0.1
azure/Cohere-embed-v3-multilingual: in 0.1
azure/Cohere-Embed-V5-Fast: in 0.08 iin 0.4
azure/Cohere-Embed-V5-Pro: in 0.12 iin 0.4
azure/Cohere-parse-v5: page 1.5/k
azure/cohere-rerank-v3-english: rerank 2/k
azure/cohere-rerank-v3-multilingual: rerank 2/k
azure/cohere-rerank-v4.0-fast: rerank 2/k
azure/cohere-rerank-v4.0-pro: rerank 2.5/k
azure/command-r-plus: in 3 out 15
azure/computer-use-preview: in 3 out 12
azure/container: code 33/k
azure/deepseek-r1: in 1.35 out 5.4
azure/deepseek-v3: in 1.14 out 4.56
azure/deepseek-v3.1: in 1.23 out 4.94
azure/deepseek-v3.2: in 0.58 out 1.68
azure/deepseek-v3.2-speciale: in 0.58 out 1.68
azure/deepseek-v4-flash: in 0.19 cr 0.028 out 0.51
azure/DeepSeek-V4-Flash-0731: in 0.44 cr 0.014 out 1.32
azure/deepseek-v4-pro: in 1.74 cr 0.145 out 3.48
azure/deepseek-v4.1-flash: in 0.3 cr 0.006 out 1.2
azure/doc-intelligence/prebuilt-document: page 10/k
azure/doc-intelligence/prebuilt-layout: page 10/k
azure/doc-intelligence/prebuilt-read: page 1.5/k
azure/embed-v-4-0: in 0.12 iin 0.47
azure/eu/codex-mini: in 1.65 cr 0.413 out 6.6
azure/eu/computer-use-preview: in 3.3 out 13.2
azure/eu/gpt-4.1: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
  tier fast priority: in 3.85 cr 0.963 out 15.4
azure/eu/gpt-4.1-mini: in 0.44 cr 0.11 out 1.76 search 14/k
  batch: in 0.22 out 0.88
  tier fast priority: in 0.77 cr 0.193 out 3.08
azure/eu/gpt-4.1-nano: in 0.11 cr 0.028 out 0.44
  batch: in 0.055 out 0.22
azure/eu/gpt-4o: in 2.75 cr 1.375 cw 1.38 out 11
  batch: in 1.375 out 5.5
azure/eu/gpt-4o-2024-05-13: in 5.5 out 16.5
  batch: x0.5
azure/eu/gpt-4o-2024-08-06: in 2.75 cr 1.375 out 11
  batch: in 1.375 out 5.5
azure/eu/gpt-4o-mini: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/eu/gpt-4o-mini-realtime-preview-2024-12-17: in 0.66 cr 0.33 out 2.64 ain 11 aout 22
azure/eu/gpt-4o-realtime-preview-2024-10-01: in 5.5 cr 2.75 out 22 ain 110 aout 220
azure/eu/gpt-4o-realtime-preview-2024-12-17: in 5.5 cr 2.75 out 22 ain 44 aout 88 acr 2.5
azure/eu/gpt-5: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5-codex: in 1.375 cr 0.138 out 11
azure/eu/gpt-5-mini: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/eu/gpt-5-nano: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/eu/gpt-5-pro: in 16.5 out 132 search 14/k
  batch: x0.5
azure/eu/gpt-5.1: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5.1-chat: in 1.375 cr 0.1375 out 11
azure/eu/gpt-5.1-codex: in 1.375 cr 0.1375 out 11
azure/eu/gpt-5.1-codex-mini: in 0.275 cr 0.0275 out 2.2
azure/eu/gpt-5.2: in 1.925 cr 0.1925 out 15.4 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5.2-chat: in 1.925 cr 0.1925 out 15.4
azure/eu/gpt-5.2-codex: in 1.925 cr 0.1925 out 15.4
azure/eu/gpt-5.2-pro: in 23.1 out 184.8 search 14/k
  batch: x0.5
azure/eu/gpt-5.3-chat: in 1.925 cr 0.1925 out 15.4
azure/eu/gpt-5.3-codex: in 1.925 cr 0.1925 out 15.4 search 14/k
  tier fast priority: x2
azure/eu/gpt-5.4: in 2.75 cr 0.275 out 16.5
  over 272000: in 5.5 cr 0.55 out 24.75
  batch: in 1.375 cr 0.143 out 8.25
  batch over 272000: in 2.75 cr 0.275 out 12.375
  tier fast priority: in 5.5 cr 0.55 out 33
azure/eu/gpt-5.4-mini: in 0.825 cr 0.0825 out 4.95 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5.4-nano: in 0.22 cr 0.022 out 1.375 search 14/k
  batch: x0.5
azure/eu/gpt-5.4-pro: in 33 out 198 search 14/k
  over 272000: in 66 out 297
  batch: x0.5
azure/eu/gpt-5.5: in 5.5 cr 0.55 out 33 search 14/k
  over 272000: in 11 cr 1.1 out 49.5
  batch: x0.5
  tier fast priority: in 13.75 cr 1.375 out 82.5
azure/eu/gpt-5.6: in 4.4 cr 0.44 cw 5.5 out 22 search 14/k
  over 272000: in 8.8 cr 0.88 cw 11 out 33
  tier fast priority: x2
azure/eu/gpt-5.6-luna: in 0.22 cr 0.022 cw 0.275 out 1.32 search 14/k
  over 272000: in 0.44 cr 0.044 cw 0.55 out 1.98
  tier fast priority: x2
azure/eu/gpt-5.6-sol: in 4.4 cr 0.44 cw 5.5 out 22 search 14/k
  over 272000: in 8.8 cr 0.88 cw 11 out 33
  tier fast priority: x2
azure/eu/gpt-5.6-terra: in 2.2 cr 0.22 cw 2.75 out 13.2 search 14/k
  over 272000: in 4.4 cr 0.44 cw 5.5 out 19.8
  tier fast priority: x2
azure/eu/gpt-6-astra: in 12 cr 1.2 cw 15 out 60 search 14/k
  over 272000: in 24 cr 2.4 cw 30 out 90
azure/eu/gpt-6-luna: in 0.12 cr 0.012 cw 0.15 out 0.6 search 14/k
  over 272000: in 0.24 cr 0.024 cw 0.3 out 0.9
azure/eu/gpt-6-sol: in 2.4 cr 0.24 cw 3 out 12 search 14/k
  over 272000: in 4.8 cr 0.48 cw 6 out 18
azure/eu/gpt-6.1-sol: in 2.4 cr 0.12 cw 3 out 12 search 14/k
  over 272000: in 4.8 cr 0.24 cw 6 out 18
azure/eu/gpt-6.1-terra: in 1.2 cr 0.06 cw 1.5 out 6 search 14/k
  over 272000: in 2.4 cr 0.12 cw 3 out 9
azure/eu/o1: in 16.5 cr 8.25 out 66
  batch: in 8.25 out 33
azure/eu/o1-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o1-preview: in 16.5 cr 8.25 out 66
azure/eu/o3: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/eu/o3-deep-research: in 11 cr 2.75 out 44
azure/eu/o3-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o4-mini: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/eu/text-embedding-3-large: in 0.143
azure/eu/text-embedding-3-small: in 0.022
azure/eu/text-embedding-ada-002: in 0.11
azure/FLUX-1.1-pro: img 40/k
azure/FLUX.1-Kontext-pro: img 40/k
azure/flux.2-pro: img 40/k
azure/FW-DeepSeek-V3.2: in 0.62 cr 0.31 out 1.85
azure/FW-DeepSeek-V4-Flash: in 0.15 cr 0.03 out 0.31
azure/FW-DeepSeek-V4-Pro: in 1.925 cr 0.165 out 3.828
azure/FW-DeepSeek-V4.1-Flash: in 0.375 cr 0.008 out 1.5
azure/FW-GLM-5: in 1.1 cr 0.22 out 3.52
azure/FW-GLM-5.1: in 1.54 cr 0.286 out 4.84
azure/FW-GLM-5.2: in 1.54 cr 0.15 out 4.84
azure/FW-GLM-5.2-Fast: in 2.31 cr 0.231 out 7.26
azure/FW-GLM-5.3: in 1.75 cr 0.325 out 5.5
azure/FW-GLM-5.3-Flash: in 0.188 cr 0.038 out 0.625
azure/FW-GPT-OSS-120B: in 0.165 cr 0.082 out 0.66
azure/FW-Inkling: in 1.1 cr 0.19 out 4.46
azure/FW-Kimi-K2.5: in 0.66 cr 0.11 out 3.3
azure/FW-Kimi-K2.6: in 1.045 cr 0.176 out 4.4
azure/FW-Kimi-K2.7-Code: in 1.05 cr 0.21 out 4.4
azure/FW-Kimi-K3: in 3 cr 0.3 out 15
azure/FW-MiniMax-M2.5: in 0.33 cr 0.033 out 1.32
azure/FW-MiniMax-M3: in 0.33 cr 0.066 out 1.32
azure/FW-Nemotron-3-Ultra-NVFP4: in 0.66 cr 0.13 out 2.64
azure/FW-Nemotron-Lightning-3.5-30B-A3B: in 0.06 cr 0.01 out 0.22
azure/gpt-35-turbo-instruct: in 1.65 out 2.2
azure/gpt-4-turbo-vision-preview: in 11 out 33
azure/gpt-oss-120b: in 0.15 out 0.6
azure/grok-4-20-non-reasoning: in 1.25 cr 1.25 out 2.5
azure/grok-4-20-reasoning: in 1.25 cr 1.25 out 2.5
azure/jais-30b-chat: in 3200 out 9710
azure/jamba-instruct: in 0.5 out 0.7
azure/Llama-3.3-70B-Instruct: in 0.71 out 0.71
azure/Llama-4-Maverick-17B-128E-Instruct-FP8: in 0.25 out 1
azure/Llama-4-Scout-17B-16E-Instruct: in 0.2 out 0.78
azure/MAI-Code-1.1-Flash: in 0.2 cr 0.02 out 1.2
azure/MAI-Cyber-1-Flash: in 0.6 cr 0.06 out 3.5
azure/MAI-DS-R1: in 1.35 out 5.4
azure/MAI-Image-2.5: in 5 iin 8 iout 47 img 48/k
azure/MAI-Image-2.5-Flash: in 1.75 iin 1.75 iout 19.5 img 20/k
azure/MAI-Image-2.5-Pro: in 5 iin 8 iout 106 img 108.5/k
azure/MAI-Image-2.6: in 5 iin 8 iout 38
azure/MAI-Image-2.6-Flash: in 1.75 iin 2.5 iout 19
azure/MAI-Thinking-1: in 2 cr 0.2 out 8
azure/Meta-Llama-3-70B-Instruct: in 1.1 out 0.37
azure/Meta-Llama-3.1-70B-Instruct: in 2.68 out 3.54
azure/Microsoft-Decision-1: in 0.042 out 0
azure/ministral-3b: in 0.04 out 0.04
azure/mistral-document-ai-2512: page 3/k
azure/mistral-large: in 4 out 12
azure/mistral-large-2402: in 8 out 24
azure/mistral-large-2407: in 2 out 6
azure/mistral-large-3: in 0.5 out 1.5
azure/mistral-large-latest: in 8 out 24
azure/mistral-medium-2505: in 0.4 out 2
azure/mistral-medium-3-5: in 1.5 out 7.5
azure/mistral-nemo: in 0.15 out 0.15
azure/mistral-ocr-2505: page 1/k
azure/mistral-ocr-2512: page 2/k
azure/mistral-ocr-4-0: page 4/k apage 5/k
azure/mistral-small: in 1 out 3
azure/mistral-small-2503: in 0.1 out 0.3
azure/model-router: in 0.14 out 0
azure/model_router: in 0.14 out 0
azure/Phi-3-medium-4k-instruct: in 0.17 out 0.68
azure/Phi-3-mini-4k-instruct: in 0.13 out 0.52
azure/Phi-3-small-128k-instruct: in 0.15 out 0.6
azure/Phi-3-small-8k-instruct: in 0.15 out 0.6
azure/Phi-3.5-mini-instruct: in 0.13 out 0.52
azure/Phi-3.5-MoE-instruct: in 0.16 out 0.64
azure/Phi-3.5-vision-instruct: in 0.13 out 0.52
azure/Phi-4-mini-reasoning: in 0.075 out 0.3
azure/Phi-4-reasoning: in 0.125 out 0.5
azure/sora-2: vsec 360/h
azure/sora-2-pro: vsec 1080/h
azure/sora-2-pro-high-res: vsec 1800/h
azure/speech/azure-stt: asec 1.00000008/h
azure/speech/azure-tts: char 15/M
azure/speech/azure-tts-hd: char 30/M
azure/us-gov/gpt-5.1: in 1.71875 cr 0.171875 out 13.75
azure/us-gov/o3-mini: in 1.513 cr 0.757 out 6.05
azure/us-gov/text-embedding-3-large: in 0.163
azure/us-gov/text-embedding-3-small: in 0.025
azure/us/codex-mini: in 1.65 cr 0.413 out 6.6
azure/us/computer-use-preview: in 3.3 out 13.2
azure/us/gpt-4.1: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
  tier fast priority: in 3.85 cr 0.963 out 15.4
azure/us/gpt-4.1-mini: in 0.44 cr 0.11 out 1.76 search 14/k
  batch: in 0.22 out 0.88
  tier fast priority: in 0.77 cr 0.193 out 3.08
azure/us/gpt-4.1-nano: in 0.11 cr 0.028 out 0.44
  batch: in 0.055 out 0.22
azure/us/gpt-4o: in 2.75 cr 1.375 cw 1.38 out 11
  batch: in 1.375 out 5.5
azure/us/gpt-4o-2024-05-13: in 5.5 out 16.5
  batch: x0.5
azure/us/gpt-4o-2024-08-06: in 2.75 cr 1.375 out 11
  batch: in 1.375 out 5.5
azure/us/gpt-4o-mini: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/us/gpt-4o-mini-realtime-preview-2024-12-17: in 0.66 cr 0.33 out 2.64 ain 11 aout 22
azure/us/gpt-4o-realtime-preview-2024-10-01: in 5.5 cr 2.75 out 22 ain 110 aout 220
azure/us/gpt-4o-realtime-preview-2024-12-17: in 5.5 cr 2.75 out 22 ain 44 aout 88 acr 2.5
azure/us/gpt-5: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5-codex: in 1.375 cr 0.138 out 11
azure/us/gpt-5-mini: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/us/gpt-5-nano: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/us/gpt-5-pro: in 16.5 out 132 search 14/k
  batch: x0.5
azure/us/gpt-5.1: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5.1-chat: in 1.375 cr 0.1375 out 11
azure/us/gpt-5.1-codex: in 1.375 cr 0.1375 out 11
azure/us/gpt-5.1-codex-mini: in 0.275 cr 0.0275 out 2.2
azure/us/gpt-5.2: in 1.925 cr 0.1925 out 15.4 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5.2-chat: in 1.925 cr 0.1925 out 15.4
azure/us/gpt-5.2-codex: in 1.925 cr 0.1925 out 15.4
azure/us/gpt-5.2-pro: in 23.1 out 184.8 search 14/k
  batch: x0.5
azure/us/gpt-5.3-chat: in 1.925 cr 0.1925 out 15.4
azure/us/gpt-5.3-codex: in 1.925 cr 0.1925 out 15.4 search 14/k
  tier fast priority: x2
azure/us/gpt-5.4: in 2.75 cr 0.275 out 16.5
  over 272000: in 5.5 cr 0.55 out 24.75
  batch: in 1.375 cr 0.143 out 8.25
  batch over 272000: in 2.75 cr 0.275 out 12.375
  tier fast priority: in 5.5 cr 0.55 out 33
azure/us/gpt-5.4-mini: in 0.825 cr 0.0825 out 4.95 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5.4-nano: in 0.22 cr 0.022 out 1.375 search 14/k
  batch: x0.5
azure/us/gpt-5.4-pro: in 33 out 198 search 14/k
  over 272000: in 66 out 297
  batch: x0.5
azure/us/gpt-5.5: in 5.5 cr 0.55 out 33 search 14/k
  over 272000: in 11 cr 1.1 out 49.5
  batch: x0.5
  tier fast priority: in 13.75 cr 1.375 out 82.5
azure/us/gpt-5.6: in 4.4 cr 0.44 cw 5.5 out 22 search 14/k
  over 272000: in 8.8 cr 0.88 cw 11 out 33
  tier fast priority: x2
azure/us/gpt-5.6-luna: in 0.22 cr 0.022 cw 0.275 out 1.32 search 14/k
  over 272000: in 0.44 cr 0.044 cw 0.55 out 1.98
  tier fast priority: x2
azure/us/gpt-5.6-sol: in 4.4 cr 0.44 cw 5.5 out 22 search 14/k
  over 272000: in 8.8 cr 0.88 cw 11 out 33
  tier fast priority: x2
azure/us/gpt-5.6-terra: in 2.2 cr 0.22 cw 2.75 out 13.2 search 14/k
  over 272000: in 4.4 cr 0.44 cw 5.5 out 19.8
  tier fast priority: x2
azure/us/gpt-6-astra: in 11 cr 1.1 cw 13.75 out 55 search 14/k
  over 272000: in 22 cr 2.2 cw 27.5 out 82.5
azure/us/gpt-6-luna: in 0.11 cr 0.011 cw 0.1375 out 0.55 search 14/k
  over 272000: in 0.22 cr 0.022 cw 0.275 out 0.825
azure/us/gpt-6-sol: in 2.2 cr 0.22 cw 2.75 out 11 search 14/k
  over 272000: in 4.4 cr 0.44 cw 5.5 out 16.5
  tier fast priority: x2
azure/us/gpt-6.1-sol: in 2.2 cr 0.11 cw 2.75 out 11 search 14/k
  over 272000: in 4.4 cr 0.22 cw 5.5 out 16.5
azure/us/gpt-6.1-terra: in 1.1 cr 0.055 cw 1.375 out 5.5 search 14/k
  over 272000: in 2.2 cr 0.11 cw 2.75 out 8.25
azure/us/gpt-chat-latest: in 5.5 cr 0.55 out 33
azure/us/o1: in 16.5 cr 8.25 out 66
  batch: in 8.25 out 33
azure/us/o1-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o1-preview: in 16.5 cr 8.25 out 66
azure/us/o3: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/us/o3-deep-research: in 11 cr 2.75 out 44
azure/us/o3-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o4-mini: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/us/text-embedding-3-large: in 0.143
azure/us/text-embedding-3-small: in 0.022
azure/us/text-embedding-ada-002: in 0.11
azure/whisper: asec 0.36/h

provider baseten
baseten/decision-models/baseten-elephant-9b-latest: in 0.035 out 0
baseten/decision-models/baseten-joey-2b-latest: in 0.01 out 0
baseten/decision-models/baseten-mammoth-27b-latest: in 0.1 out 0
baseten/deepseek-ai/DeepSeek-V3-0324: in 0.77 out 0.77
baseten/deepseek-ai/DeepSeek-V3.1: in 0.5 out 1.5
baseten/MiniMaxAI/MiniMax-M2.5: in 0.3 out 1.2
baseten/moonshotai/Kimi-K2-Instruct-0905: in 0.6 out 2.5
baseten/moonshotai/Kimi-K2-Thinking: in 0.6 out 2.5
baseten/moonshotai/Kimi-K2.5: in 0.6 out 3
baseten/nvidia/Nemotron-120B-A12B: in 0.3 out 0.75
baseten/zai-org/GLM-4.6: in 0.6 out 2.2
baseten/zai-org/GLM-5: in 0.95 out 3.15

provider cerebras
cerebras/llama-3.1-70b: in 0.6 out 0.6
cerebras/llama-3.1-8b: in 0.1 out 0.1
cerebras/llama3.1-70b: in 0.6 out 0.6

provider cloudflare
cloudflare/@cf/meta/llama-2-7b-chat-int8: in 1.923 out 1.923
cloudflare/@cf/openai/whisper: asec 0.027/h
cloudflare/@cf/openai/whisper-large-v3-turbo: asec 0.0306/h
cloudflare/@hf/thebloke/codellama-7b-instruct-awq: in 1.923 out 1.923

provider cohere
cohere/command-nightly: in 1 out 2
cohere/embed-english-light-v3.0: in 0.1
cohere/embed-english-v3.0: in 0.1
cohere/embed-multilingual-light-v3.0: in 100
cohere/embed-multilingual-v3.0: in 0.1
cohere/embed-v5.0-fast: in 0.08
cohere/embed-v5.0-pro: in 0.12
cohere/parse-v5.0: page 1.5/k
cohere/rerank-english-v3.0: rerank 2/k
cohere/rerank-multilingual-v3.0: rerank 2/k
cohere/rerank-v3.5: rerank 2/k
cohere/rerank-v4.0-fast: rerank 2/k
cohere/rerank-v4.0-pro: rerank 2.5/k
cohere/rerank-v5.0-fast: in 0.02
cohere/rerank-v5.0-pro: in 0.05

provider databricks
databricks/databricks-claude-fable-5: in 9.99999 cr 1.00002 cw 12.49997 cw1h 19.99998 out 50.00002
databricks/databricks-claude-fable-5-1: in 9.99999 cr 0.24997 cw 12.49997 cw1h 19.99998 out 50.00002
databricks/databricks-claude-haiku-4-5: in 1.00002 cr 0.10003 cw 1.24999 cw1h 1.99997 out 5.00003
databricks/databricks-claude-haiku-5-5: in 0.10003 cr 0.01001 cw 0.12502 cw1h 0.19999 out 0.50001
  over 100000: in 0.50001 cr 0.04998 cw 0.62503 cw1h 1.00002 out 2.49998
databricks/databricks-claude-opus-4: in 15.00002 cr 1.50003 cw 18.74999 cw1h 29.99997 out 75.0001
databricks/databricks-claude-opus-4-1: in 15.00002 cr 1.50003 cw 18.74999 cw1h 29.99997 out 75.0001
databricks/databricks-claude-opus-4-5: in 5.00003 cr 0.50001 cw 6.25002 cw1h 9.99999 out 25.00001
databricks/databricks-claude-opus-4-6: in 5.00003 cr 0.50001 cw 6.25002 cw1h 9.99999 out 25.00001
databricks/databricks-claude-opus-4-7: in 5.00003 cr 0.50001 cw 6.25002 cw1h 9.99999 out 25.00001
databricks/databricks-claude-opus-4-8: in 5.00003 cr 0.50001 cw 6.25002 cw1h 9.99999 out 25.00001
databricks/databricks-claude-opus-5: in 5.00003 cr 0.50001 cw 6.25002 cw1h 9.99999 out 25.00001
databricks/databricks-claude-opus-5-5: in 4.00001 cr 0.19999 cw 5.00003 cw1h 8.00002 out 19.99998
databricks/databricks-claude-sonnet-4: in 2.99999 cr 0.30002 cw 3.74997 out 15.00002
databricks/databricks-claude-sonnet-4-1: in 2.99999 cr 0.30002 cw 3.74997 out 15.00002
databricks/databricks-claude-sonnet-4-5: in 2.99999 cr 0.30002 cw 3.74997 cw1h 5.99998 out 15.00002
databricks/databricks-claude-sonnet-4-6: in 2.99999 cr 0.30002 cw 3.74997 cw1h 5.99998 out 15.00002
databricks/databricks-claude-sonnet-5: in 1.99997 cr 0.19999 cw 2.49998 cw1h 4.00001 out 9.99999
databricks/databricks-claude-sonnet-5-5: in 1.99997 cr 0.10003 cw 2.49998 cw1h 4.00001 out 9.99999
databricks/databricks-gemini-2-5-flash: in 0.30002 cr 0.030002 cw 0.30002 out 2.49998
databricks/databricks-gemini-2-5-flash-lite: in 0.12502 cr 0.01253 cw 0.12502 out 0.50001 ain 0.37499 acr 0.03752 iin 0.12502
databricks/databricks-gemini-2-5-pro: in 1.24999 cr 0.124999 cw 1.24999 out 9.99999
databricks/databricks-gemini-3-1-flash-image: in 0.62503 cr 0.62503 cw 0.62503 out 3.74997 iin 0.62503 iout 75.0001
databricks/databricks-gemini-3-1-flash-lite: in 0.31248 cr 0.03122 cw 0.31248 out 1.87502 ain 0.62503 acr 0.06251 iin 0.31248
  tier fast priority: in 0.56252 cr 0.05628 cw 0.56252 out 3.37498 ain 1.12497 acr 0.11249
databricks/databricks-gemini-3-1-flash-lite-image: in 0.31248 cr 0.31248 cw 0.31248 out 1.87502 iin 0.31248 iout 37.49998
databricks/databricks-gemini-3-1-pro: in 2.49998 cr 0.24997 cw 2.49998 out 15.00002
  over 200000: in 5.00003 cr 0.50001 out 22.5
  tier fast priority: in 4.50002 cr 0.45003 cw 4.50002 out 26.99998
  tier fast priority over 200000: in 8.99997 cr 0.89999 out 40.49997
databricks/databricks-gemini-3-5-flash: in 1.87502 cr 0.18753 cw 1.87502 out 11.24998
  tier fast priority: in 3.37498 cr 0.33747 cw 3.37498 out 20.25002
databricks/databricks-gemini-3-5-flash-lite: in 0.37499 cr 0.03752 cw 0.37499 out 3.12501
  tier fast priority: in 0.67501 cr 0.06748 cw 0.67501 out 5.62499
databricks/databricks-gemini-3-6-flash: in 0.74998 cr 0.07497 cw 0.74998 out 3.74997
  tier fast priority: in 1.35002 cr 0.13503 cw 1.35002 out 6.75003
databricks/databricks-gemini-3-7-flash: in 0.74998 cr 0.07497 cw 0.74998 out 3.74997
  tier fast priority: in 1.35002 cr 0.13503 cw 1.35002 out 6.75003
databricks/databricks-gemini-3-8-flash: in 0.74998 cr 0.07497 cw 0.74998 out 3.74997
  tier fast priority: in 1.35002 cr 0.13503 cw 1.35002 out 6.75003
databricks/databricks-gemini-3-flash: in 0.62503 cr 0.06251 cw 0.62503 out 3.74997 ain 1.24999 acr 0.12502 iin 0.62503
  tier fast priority: in 1.12497 cr 0.11249 cw 1.12497 out 6.75003 ain 2.25001 acr 0.22498
databricks/databricks-gemini-3-pro: in 2.49998 cr 0.24997 cw 2.49998 out 15.00002
databricks/databricks-gemini-3-pro-image: in 2.49998 cr 2.49998 cw 2.49998 out 15.00002 iin 2.49998 iout 150.0002
databricks/databricks-gemini-4-argon: in 2.49998 cr 0.12502 cw 2.49998 out 12.49997
  tier fast priority: in 4.50002 cr 0.22498 cw 4.50002 out 22.50003
databricks/databricks-gpt-5: in 1.24999 cr 0.12502 cw 1.24999 out 9.99999
  tier fast priority: in 2.49998 cr 0.24997 cw 2.49998 out 19.99998
databricks/databricks-gpt-5-1: in 1.24999 cr 0.12502 cw 1.24999 out 9.99999
  tier fast priority: in 2.49998 cr 0.24997 cw 2.49998 out 19.99998
databricks/databricks-gpt-5-2: in 1.75 cr 0.175 cw 1.75 out 14
  tier fast priority: x2
databricks/databricks-gpt-5-3-codex: in 1.75 cr 0.175 cw 1.75 out 14
  tier fast priority: x2
databricks/databricks-gpt-5-4: in 2.49998 cr 0.24997 cw 2.49998 out 15.00002
  over 272000: in 5.00003 cr 0.50001 out 22.5
  tier fast priority: in 5.00003 cr 0.50001 cw 5.00003 out 29.99997
  tier fast priority over 272000: in 5.00003 cr 0.50001 out 29.99997
databricks/databricks-gpt-5-4-mini: in 0.74998 cr 0.07497 cw 0.74998 out 4.50002
  tier fast priority: in 1.50003 cr 0.15001 cw 1.50003 out 8.99997
databricks/databricks-gpt-5-4-nano: in 0.19999 cr 0.02002 cw 0.19999 out 1.24999
databricks/databricks-gpt-5-4-pro: in 29.99997 cr 29.99997 cw 29.99997 out 180.0001
  over 272000: in 60 out 270
databricks/databricks-gpt-5-5: in 5.00003 cr 0.50001 cw 5.00003 out 29.99997
  over 272000: in 9.99999 cr 1.00002 out 45
  tier fast priority: in 12.49997 cr 1.24999 cw 12.49997 out 75.0001
  tier fast priority over 272000: in 12.49997 cr 1.24999 out 75.0001
databricks/databricks-gpt-5-5-pro: in 29.99997 cr 29.99997 cw 29.99997 out 180.0001
  over 272000: in 60 out 270
databricks/databricks-gpt-5-6-luna: in 0.19999 cr 0.02002 cw 0.24997 out 1.20001
  over 272000: in 0.39998 cr 0.03997 cw 0.50001 out 1.79998
  tier fast priority: in 0.39998 cr 0.03997 cw 0.50001 out 2.40002
  tier fast priority over 272000: in 0.80003 cr 0.08001 cw 1.00002 out 3.60003
databricks/databricks-gpt-5-6-sol: in 4.00001 cr 0.39998 cw 5.00003 out 19.99998
  over 272000: in 8.00002 cr 0.80003 cw 9.99999 out 30
  tier fast priority: in 8.00002 cr 0.80003 cw 9.99999 out 40.00003
  tier fast priority over 272000: in 15.99997 cr 1.59999 cw 19.99998 out 60.00001
databricks/databricks-gpt-5-6-terra: in 1.99997 cr 0.19999 cw 2.49998 out 12.00003
  over 272000: in 4.00001 cr 0.39998 cw 5.00003 out 18
  tier fast priority: in 4.00001 cr 0.39998 cw 5.00003 out 23.99999
  tier fast priority over 272000: in 8.00002 cr 0.80003 cw 9.99999 out 36.00002
databricks/databricks-gpt-5-mini: in 0.24997 cr 0.02499 cw 0.24997 out 1.99997
  tier fast priority: in 0.45003 cr 0.04501 cw 0.45003 out 3.60003
databricks/databricks-gpt-5-nano: in 0.04998 cr 0.00497 cw 0.04998 out 0.39998
databricks/databricks-gpt-6-1-sol: in 1.99997 cr 0.10003 cw 2.49998 out 9.99999
  over 272000: in 4.00001 cr 0.19999 cw 5.00003 out 15
  tier fast priority: in 4.00001 cr 0.19999 cw 5.00003 out 19.9997
  tier fast priority over 272000: in 8.00002 cr 0.39998 cw 9.99999 out 29.9999
databricks/databricks-gpt-6-1-terra: in 1.00002 cr 0.04998 cw 1.24999 out 5.00003
  over 272000: in 1.99997 cr 0.10003 cw 2.49998 out 7.50001
  tier fast priority: in 1.99997 cr 0.10003 cw 2.49998 out 9.99999
  tier fast priority over 272000: in 4.00001 cr 0.19999 cw 5.00003 out 15.00002
databricks/databricks-gpt-6-astra: in 9.99999 cr 1.00002 cw 12.49997 out 50.00002
  over 272000: in 20 cr 1.99997 cw 25 out 75.0001
  tier fast priority: in 19.99998 cr 1.99997 cw 25.00001 out 99.9999
  tier fast priority over 272000: in 40.00003 cr 4.00001 cw 50.00002 out 150.0002
databricks/databricks-gpt-6-luna: in 0.10003 cr 0.01001 cw 0.12502 out 0.50001
  over 272000: in 0.19999 cr 0.02002 cw 0.24997 out 0.7497
  tier fast priority: in 0.19999 cr 0.02002 cw 0.24997 out 1.0003
  tier fast priority over 272000: in 0.39998 cr 0.03997 cw 0.50001 out 1.5001
databricks/databricks-gpt-6-sol: in 1.99997 cr 0.19999 cw 2.49998 out 9.99999
  over 272000: in 4.00001 cr 0.39998 cw 5.00003 out 15.0003
  tier fast priority: in 4.00001 cr 0.39998 cw 5.00003 out 19.9997
  tier fast priority over 272000: in 8.00002 cr 0.80003 cw 9.99999 out 29.9999
databricks/databricks-gpt-image-1: in 5.00003 cr 1.24999 cw 5.00003 iin 9.99999 iout 40.00003
databricks/databricks-gpt-image-1-5: in 5.00003 cr 1.24999 cw 5.00003 out 9.99999 iin 8.00002 iout 32.00001
databricks/databricks-gpt-image-1-mini: in 1.99997 cr 0.19999 cw 1.99997 iin 2.49998 iout 8.00002
databricks/databricks-gpt-image-2: in 5.00003 cr 1.24999 cw 5.00003 iin 8.00002 iout 29.99997
databricks/databricks-grok-4-6: in 2.49998 cr 0.62503 cw 2.49998 out 7.50001
databricks/databricks-grok-4-7: in 2.49998 cr 0.62503 cw 2.49998 out 7.50001
databricks/databricks-kimi-k2-7: in 0.94997 cr 0.18998 cw 0.94997 out 4.00001
databricks/databricks-openjev-qwen35-4b: in 0.042 cr 0.042 cw 0.042 out 0
databricks/databricks-typesafeai-jev-1-14-0: in 0.042 cr 0.042 cw 0.042 out 0

provider deepseek
deepseek/deepseek-coder: in 0.14 cr 0.014 out 0.28
deepseek/deepseek-v3: in 0.27 cr 0.07 cw 0 out 1.1
deepseek/search: rerank 0.75/k

provider fireworks
fireworks/accounts/fireworks/routers/deepseek-v4p1-flash-1017-spot: in 0.21 cr 0.0042 out 0.84
fireworks/accounts/fireworks/routers/deepseek-v4p1-flash-spot: in 0.21 cr 0.0042 out 0.84
fireworks/accounts/fireworks/routers/glm-5p3-spot: in 0.98 cr 0.182 out 3.08
fireworks/accounts/fireworks/routers/kimi-k3-spot: in 2.1 cr 0.21 out 10.5
fireworks/accounts/fireworks/routers/rune: in 0.042 cr 0.0084 out 0
fireworks/accounts/fireworks/routers/spot-deepseek-v4-flash: in 0.105 cr 0.021 out 0.21
fireworks/chronos-hermes-13b-v2: in 0.2 out 0.2
fireworks/code-llama-13b: in 0.2 out 0.2
fireworks/code-llama-13b-instruct: in 0.2 out 0.2
fireworks/code-llama-13b-python: in 0.2 out 0.2
fireworks/code-llama-34b: in 0.9 out 0.9
fireworks/code-llama-34b-instruct: in 0.9 out 0.9
fireworks/code-llama-34b-python: in 0.9 out 0.9
fireworks/code-llama-70b: in 0.9 out 0.9
fireworks/code-llama-70b-instruct: in 0.9 out 0.9
fireworks/code-llama-70b-python: in 0.9 out 0.9
fireworks/code-llama-7b: in 0.2 out 0.2
fireworks/code-llama-7b-instruct: in 0.2 out 0.2
fireworks/code-llama-7b-python: in 0.2 out 0.2
fireworks/code-qwen-1p5-7b: in 0.2 out 0.2
fireworks/codegemma-2b: in 0.1 out 0.1
fireworks/codegemma-7b: in 0.2 out 0.2
fireworks/cogito-671b-v2-p1: in 1.2 out 1.2
fireworks/cogito-v1-preview-llama-3b: in 0.1 out 0.1
fireworks/cogito-v1-preview-llama-70b: in 0.9 out 0.9
fireworks/cogito-v1-preview-llama-8b: in 0.2 out 0.2
fireworks/cogito-v1-preview-qwen-14b: in 0.2 out 0.2
fireworks/cogito-v1-preview-qwen-32b: in 0.9 out 0.9
fireworks/dbrx-instruct: in 1.2 out 1.2
fireworks/deepseek-coder-1b-base: in 0.1 out 0.1
fireworks/deepseek-coder-33b-instruct: in 0.9 out 0.9
fireworks/deepseek-coder-7b-base: in 0.2 out 0.2
fireworks/deepseek-coder-7b-base-v1p5: in 0.2 out 0.2
fireworks/deepseek-coder-7b-instruct-v1p5: in 0.2 out 0.2
fireworks/deepseek-coder-v2-instruct: in 1.2 out 1.2
fireworks/deepseek-coder-v2-lite-base: in 0.5 out 0.5
fireworks/deepseek-coder-v2-lite-instruct: in 0.5 out 0.5
fireworks/deepseek-prover-v2: in 1.2 out 1.2
fireworks/deepseek-r1: in 3 out 8
fireworks/deepseek-r1-0528-distill-qwen3-8b: in 0.2 out 0.2
fireworks/deepseek-r1-basic: in 0.55 out 2.19
fireworks/deepseek-r1-distill-llama-70b: in 0.9 out 0.9
fireworks/deepseek-r1-distill-llama-8b: in 0.2 out 0.2
fireworks/deepseek-r1-distill-qwen-14b: in 0.2 out 0.2
fireworks/deepseek-r1-distill-qwen-1p5b: in 0.1 out 0.1
fireworks/deepseek-r1-distill-qwen-32b: in 0.9 out 0.9
fireworks/deepseek-r1-distill-qwen-7b: in 0.2 out 0.2
fireworks/deepseek-v2-lite-chat: in 0.5 out 0.5
fireworks/deepseek-v2p5: in 1.2 out 1.2
fireworks/deepseek-v3: in 0.9 out 0.9
fireworks/deepseek-v3p1: in 0.56 out 1.68
fireworks/deepseek-v3p1-terminus: in 0.56 out 1.68
fireworks/deepseek-v4-flash-vision-exp: in 0.22 cr 0.007 out 0.66
  tier fast priority: x1.25
fireworks/devstral-small-2505: in 0.9 out 0.9
fireworks/dobby-mini-unhinged-plus-llama-3-1-8b: in 0.2 out 0.2
fireworks/dobby-unhinged-llama-3-3-70b-new: in 0.9 out 0.9
fireworks/dolphin-2-9-2-qwen2-72b: in 0.9 out 0.9
fireworks/dolphin-2p6-mixtral-8x7b: in 0.5 out 0.5
fireworks/ernie-4p5-21b-a3b-pt: in 0.1 out 0.1
fireworks/ernie-4p5-300b-a47b-pt: in 0.1 out 0.1
fireworks/fare-20b: in 0.9 out 0.9
fireworks/firefunction-v1: in 0.5 out 0.5
fireworks/firefunction-v2: in 0.9 out 0.9
fireworks/firellava-13b: in 0.2 out 0.2
fireworks/firesearch-ocr-v6: in 0.2 out 0.2
fireworks/fireworks-ai-4.1b-to-16b: in 0.2 out 0.2
fireworks/fireworks-ai-56b-to-176b: in 1.2 out 1.2
fireworks/fireworks-ai-above-16b: in 0.9 out 0.9
fireworks/fireworks-ai-embedding-150m-to-350m: in 0.016 out 0
fireworks/fireworks-ai-embedding-up-to-150m: in 0.008 out 0
fireworks/fireworks-ai-moe-up-to-56b: in 0.5 out 0.5
fireworks/fireworks-ai-up-to-4b: in 0.1 out 0.1
fireworks/fireworks_ai/nomic-ai/nomic-embed-text-v1: in 0.008
fireworks/fireworks_ai/nomic-ai/nomic-embed-text-v1.5: in 0.008
fireworks/fireworks_ai/thenlper/gte-base: in 0.008
fireworks/fireworks_ai/thenlper/gte-large: in 0.016
fireworks/fireworks_ai/WhereIsAI/UAE-Large-V1: in 0.016
fireworks/flux-1-dev: in 0.1 out 0.1
fireworks/flux-1-dev-controlnet-union: in 0.001 out 0.001
fireworks/flux-1-dev-fp8: in 0.0005 out 0.0005
fireworks/flux-1-schnell: in 0.1 out 0.1
fireworks/flux-1-schnell-fp8: in 0.00035 out 0.00035
fireworks/flux-kontext-max: in 0.08 out 0.08
fireworks/flux-kontext-pro: in 0.04 out 0.04
fireworks/gemma-2b-it: in 0.1 out 0.1
fireworks/gemma-7b: in 0.2 out 0.2
fireworks/gemma-7b-it: in 0.2 out 0.2
fireworks/gemma2-9b-it: in 0.2 out 0.2
fireworks/glm-4p5: in 0.55 out 2.19
fireworks/glm-4p5-air: in 0.22 out 0.88
fireworks/glm-4p5v: in 1.2 out 1.2
fireworks/glm-4p6: in 0.55 out 2.19
fireworks/glm-5p2-fast-us: in 2.1 cr 0.21 out 6.6
fireworks/gpt-oss-safeguard-120b: in 1.2 out 1.2
fireworks/gpt-oss-safeguard-20b: in 0.5 out 0.5
fireworks/hermes-2-pro-mistral-7b: in 0.2 out 0.2
fireworks/internvl3-38b: in 0.9 out 0.9
fireworks/internvl3-78b: in 0.9 out 0.9
fireworks/internvl3-8b: in 0.2 out 0.2
fireworks/japanese-stable-diffusion-xl: in 0.00013 out 0.00013
fireworks/kat-coder: in 0.9 out 0.9
fireworks/kat-dev-32b: in 0.9 out 0.9
fireworks/kat-dev-72b-exp: in 0.9 out 0.9
fireworks/kimi-k2-instruct: in 0.6 out 2.5
fireworks/kimi-k2-thinking: in 0.6 out 2.5
fireworks/llama-guard-2-8b: in 0.2 out 0.2
fireworks/llama-guard-3-1b: in 0.1 out 0.1
fireworks/llama-guard-3-8b: in 0.2 out 0.2
fireworks/llama-v2-13b: in 0.2 out 0.2
fireworks/llama-v2-13b-chat: in 0.2 out 0.2
fireworks/llama-v2-70b: in 0.1 out 0.1
fireworks/llama-v2-70b-chat: in 0.9 out 0.9
fireworks/llama-v2-7b: in 0.2 out 0.2
fireworks/llama-v2-7b-chat: in 0.2 out 0.2
fireworks/llama-v3-70b-instruct: in 0.9 out 0.9
fireworks/llama-v3-70b-instruct-hf: in 0.9 out 0.9
fireworks/llama-v3-8b: in 0.2 out 0.2
fireworks/llama-v3-8b-instruct-hf: in 0.2 out 0.2
fireworks/llama-v3p1-405b-instruct: in 3 out 3
fireworks/llama-v3p1-405b-instruct-long: in 0.1 out 0.1
fireworks/llama-v3p1-70b-instruct: in 0.9 out 0.9
fireworks/llama-v3p1-70b-instruct-1b: in 0.1 out 0.1
fireworks/llama-v3p1-nemotron-70b-instruct: in 0.9 out 0.9
fireworks/llama-v3p2-11b-vision-instruct: in 0.2 out 0.2
fireworks/llama-v3p2-1b: in 0.1 out 0.1
fireworks/llama-v3p2-1b-instruct: in 0.1 out 0.1
fireworks/llama-v3p2-3b: in 0.1 out 0.1
fireworks/llama-v3p2-3b-instruct: in 0.1 out 0.1
fireworks/llama-v3p2-90b-vision-instruct: in 0.9 out 0.9
fireworks/llama-v3p3-70b-instruct: in 0.9 out 0.9
fireworks/llama4-scout-instruct-basic: in 0.15 out 0.6
fireworks/llamaguard-7b: in 0.2 out 0.2
fireworks/llava-yi-34b: in 0.9 out 0.9
fireworks/minimax-m1-80k: in 0.1 out 0.1
fireworks/minimax-m2: in 0.3 out 1.2
fireworks/minimax-m3p1-flash: in 0.15 cr 0.015 out 0.6
  tier fast priority: x1.5
fireworks/ministral-3-14b-instruct-2512: in 0.2 out 0.2
fireworks/ministral-3-3b-instruct-2512: in 0.1 out 0.1
fireworks/ministral-3-8b-instruct-2512: in 0.2 out 0.2
fireworks/mistral-7b: in 0.2 out 0.2
fireworks/mistral-7b-instruct-4k: in 0.2 out 0.2
fireworks/mistral-7b-instruct-v0p2: in 0.2 out 0.2
fireworks/mistral-7b-instruct-v3: in 0.2 out 0.2
fireworks/mistral-7b-v0p2: in 0.2 out 0.2
fireworks/mistral-large-3-fp8: in 1.2 out 1.2
fireworks/mistral-nemo-base-2407: in 0.2 out 0.2
fireworks/mistral-nemo-instruct-2407: in 0.2 out 0.2
fireworks/mistral-small-24b-instruct-2501: in 0.9 out 0.9
fireworks/mixtral-8x22b: in 1.2 out 1.2
fireworks/mixtral-8x22b-instruct: in 1.2 out 1.2
fireworks/mixtral-8x22b-instruct-hf: in 1.2 out 1.2
fireworks/mixtral-8x7b: in 0.5 out 0.5
fireworks/mixtral-8x7b-instruct: in 0.5 out 0.5
fireworks/mixtral-8x7b-instruct-hf: in 0.5 out 0.5
fireworks/muse-glimmer-30b: in 0.35 cr 0.04 out 1.5
  tier fast priority: x1.5
fireworks/mythomax-l2-13b: in 0.2 out 0.2
fireworks/nemotron-nano-v2-12b-vl: in 0.1 out 0.1
fireworks/nous-capybara-7b-v1p9: in 0.2 out 0.2
fireworks/nous-hermes-2-mixtral-8x7b-dpo: in 0.5 out 0.5
fireworks/nous-hermes-2-yi-34b: in 0.9 out 0.9
fireworks/nous-hermes-llama2-13b: in 0.2 out 0.2
fireworks/nous-hermes-llama2-70b: in 0.9 out 0.9
fireworks/nous-hermes-llama2-7b: in 0.2 out 0.2
fireworks/nvidia-nemotron-nano-12b-v2: in 0.2 out 0.2
fireworks/nvidia-nemotron-nano-9b-v2: in 0.2 out 0.2
fireworks/openchat-3p5-0106-7b: in 0.2 out 0.2
fireworks/openhermes-2-mistral-7b: in 0.2 out 0.2
fireworks/openhermes-2p5-mistral-7b: in 0.2 out 0.2
fireworks/openorca-7b: in 0.2 out 0.2
fireworks/phi-2-3b: in 0.1 out 0.1
fireworks/phi-3-mini-128k-instruct: in 0.1 out 0.1
fireworks/phi-3-vision-128k-instruct: in 0.2 out 0.2
fireworks/phind-code-llama-34b-python-v1: in 0.9 out 0.9
fireworks/phind-code-llama-34b-v1: in 0.9 out 0.9
fireworks/phind-code-llama-34b-v2: in 0.9 out 0.9
fireworks/playground-v2-1024px-aesthetic: in 0.00013 out 0.00013
fireworks/playground-v2-5-1024px-aesthetic: in 0.00013 out 0.00013
fireworks/pythia-12b: in 0.2 out 0.2
fireworks/qwen-qwq-32b-preview: in 0.9 out 0.9
fireworks/qwen-v2p5-14b-instruct: in 0.2 out 0.2
fireworks/qwen-v2p5-7b: in 0.2 out 0.2
fireworks/qwen1p5-72b-chat: in 0.9 out 0.9
fireworks/qwen2-72b-instruct: in 0.9 out 0.9
fireworks/qwen2-7b-instruct: in 0.2 out 0.2
fireworks/qwen2-vl-2b-instruct: in 0.1 out 0.1
fireworks/qwen2-vl-72b-instruct: in 0.9 out 0.9
fireworks/qwen2-vl-7b-instruct: in 0.2 out 0.2
fireworks/qwen2p5-0p5b-instruct: in 0.1 out 0.1
fireworks/qwen2p5-14b: in 0.2 out 0.2
fireworks/qwen2p5-1p5b-instruct: in 0.1 out 0.1
fireworks/qwen2p5-32b: in 0.9 out 0.9
fireworks/qwen2p5-32b-instruct: in 0.9 out 0.9
fireworks/qwen2p5-72b: in 0.9 out 0.9
fireworks/qwen2p5-72b-instruct: in 0.9 out 0.9
fireworks/qwen2p5-7b-instruct: in 0.2 out 0.2
fireworks/qwen2p5-coder-0p5b: in 0.1 out 0.1
fireworks/qwen2p5-coder-0p5b-instruct: in 0.1 out 0.1
fireworks/qwen2p5-coder-14b: in 0.2 out 0.2
fireworks/qwen2p5-coder-14b-instruct: in 0.2 out 0.2
fireworks/qwen2p5-coder-1p5b: in 0.1 out 0.1
fireworks/qwen2p5-coder-1p5b-instruct: in 0.1 out 0.1
fireworks/qwen2p5-coder-32b: in 0.9 out 0.9
fireworks/qwen2p5-coder-32b-instruct: in 0.9 out 0.9
fireworks/qwen2p5-coder-32b-instruct-128k: in 0.9 out 0.9
fireworks/qwen2p5-coder-32b-instruct-32k-rope: in 0.9 out 0.9
fireworks/qwen2p5-coder-32b-instruct-64k: in 0.9 out 0.9
fireworks/qwen2p5-coder-3b: in 0.1 out 0.1
fireworks/qwen2p5-coder-3b-instruct: in 0.1 out 0.1
fireworks/qwen2p5-coder-7b: in 0.2 out 0.2
fireworks/qwen2p5-coder-7b-instruct: in 0.2 out 0.2
fireworks/qwen2p5-math-72b-instruct: in 0.9 out 0.9
fireworks/qwen2p5-vl-32b-instruct: in 0.9 out 0.9
fireworks/qwen2p5-vl-3b-instruct: in 0.2 out 0.2
fireworks/qwen2p5-vl-7b-instruct: in 0.2 out 0.2
fireworks/qwen3-0p6b: in 0.1 out 0.1
fireworks/qwen3-14b: in 0.2 out 0.2
fireworks/qwen3-1p7b: in 0.1 out 0.1
fireworks/qwen3-1p7b-fp8-draft: in 0.1 out 0.1
fireworks/qwen3-1p7b-fp8-draft-131072: in 0.1 out 0.1
fireworks/qwen3-1p7b-fp8-draft-40960: in 0.1 out 0.1
fireworks/qwen3-235b-a22b-instruct-2507: in 0.22 out 0.88
fireworks/qwen3-235b-a22b-thinking-2507: in 0.22 out 0.88
fireworks/qwen3-30b-a3b: in 0.15 out 0.6
fireworks/qwen3-30b-a3b-instruct-2507: in 0.5 out 0.5
fireworks/qwen3-30b-a3b-thinking-2507: in 0.9 out 0.9
fireworks/qwen3-32b: in 0.9 out 0.9
fireworks/qwen3-4b: in 0.2 out 0.2
fireworks/qwen3-4b-instruct-2507: in 0.2 out 0.2
fireworks/qwen3-8b: in 0.2 out 0.2
fireworks/qwen3-coder-30b-a3b-instruct: in 0.15 out 0.6
fireworks/qwen3-coder-480b-a35b-instruct: in 0.45 out 1.8
fireworks/qwen3-coder-480b-instruct-bf16: in 0.9 out 0.9
fireworks/qwen3-embedding-8b: in 0.1
fireworks/qwen3-next-80b-a3b-instruct: in 0.9 out 0.9
fireworks/qwen3-next-80b-a3b-thinking: in 0.9 out 0.9
fireworks/qwen3-reranker-8b: in 0.2
fireworks/qwen3-vl-235b-a22b-instruct: in 0.22 out 0.88
fireworks/qwen3-vl-235b-a22b-thinking: in 0.22 out 0.88
fireworks/qwen3-vl-30b-a3b-instruct: in 0.15 out 0.6
fireworks/qwen3-vl-30b-a3b-thinking: in 0.15 out 0.6
fireworks/qwen3-vl-32b-instruct: in 0.9 out 0.9
fireworks/qwen3-vl-8b-instruct: in 0.2 out 0.2
fireworks/qwq-32b: in 0.9 out 0.9
fireworks/rolm-ocr: in 0.2 out 0.2
fireworks/rune: in 0.042 cr 0.0084 out 0
fireworks/snorkel-mistral-7b-pairrm-dpo: in 0.2 out 0.2
fireworks/SSD-1B: in 0.00013 out 0.00013
fireworks/stable-diffusion-xl-1024-v1-0: in 0.00013 out 0.00013
fireworks/stablecode-3b: in 0.1 out 0.1
fireworks/starcoder-16b: in 0.2 out 0.2
fireworks/starcoder-7b: in 0.2 out 0.2
fireworks/starcoder2-15b: in 0.2 out 0.2
fireworks/starcoder2-3b: in 0.1 out 0.1
fireworks/starcoder2-7b: in 0.2 out 0.2
fireworks/toppy-m-7b: in 0.2 out 0.2
fireworks/yi-34b: in 0.9 out 0.9
fireworks/yi-34b-200k-capybara: in 0.9 out 0.9
fireworks/yi-34b-chat: in 0.9 out 0.9
fireworks/yi-6b: in 0.2 out 0.2
fireworks/yi-large: in 3 out 3
fireworks/zephyr-7b-beta: in 0.2 out 0.2

provider google
google/chirp: char 30/M
google/chirp_2: asec 0.960012/h
google/chirp_3: asec 0.960012/h
google/codestral-2: in 0.3 out 0.9
google/codestral-2501: in 0.2 out 0.6
google/codestral-2@001: in 0.3 out 0.9
google/codestral@2405: in 0.2 out 0.6
google/codestral@latest: in 0.2 out 0.6
google/deep-research-max-preview-04-2026: in 2 out 12 grounded 35/k
  batch: x0.5
google/deep-research-preview-04-2026: in 2 out 12 grounded 35/k
  batch: x0.5
google/deep-research-pro-preview-12-2025: in 2 cr 0.2 out 12 iout 120 img 134/k
  batch: in 1 cr 0.1 out 6
google/deepseek-ai/deepseek-ocr-maas: in 0.3 out 1.2 page 0.3/k
google/deepseek-ai/deepseek-r1-0528-maas: in 1.35 out 5.4
  batch: x0.5
google/deepseek-ai/deepseek-v3.1-maas: in 0.6 cr 0.06 out 1.7
  batch: in 0.3 out 0.85
google/deepseek-ai/deepseek-v3.2-maas: in 0.56 cr 0.056 out 1.68
  batch: in 0.28 out 0.84
google/deepseek-ai/deepseek-v4.1-flash-maas: in 0.3 cr 0.03 out 1.2
google/gemini-2.0-flash-exp-image-generation: img 39/k
google/gemini-2.5-computer-use-preview-10-2025: in 1.25 out 10
  over 200000: in 2.5 out 15
google/gemini-2.5-flash-lite-preview-09-2025: in 0.1 cr 0.01 out 0.4 think 0.4 ain 0.3 grounded 35/k maps 25/k
google/gemini-2.5-flash-native-audio: in 0.5 out 2 ain 3 aout 12 iin 3 vin 3
google/gemini-2.5-flash-preview-09-2025: in 0.3 cr 0.03 out 2.5 think 2.5 ain 1 grounded 35/k maps 25/k
google/gemini-3.1-pro-preview-customtools: in 2 cr 0.2 out 12 search 14/k maps 14/k img 0.12/k
  over 200000: in 4 cr 0.4 cw 0.25 out 18
  batch: in 1 out 6
google/gemini-3.5-live-translate-preview: in 3.5 out 21 ain 3.5 aout 21
google/gemini-3.5-transcribe: in 2 out 12 ain 2
google/gemini-3.5-transcribe-live: in 3.5 out 21 ain 3.5
google/gemini-3.5-transcribe-live-preview: in 3.5 out 21 ain 3.5
google/gemini-3.5-transcribe-preview: in 2 out 12 ain 2
google/gemini-3.8-flash-cyber: in 1.5 cr 0.15 out 7.5 think 7.5
  batch: in 0.75 cr 0.075 out 3.75
  tier flex: in 0.75 cr 0.075 out 3.75
  tier fast priority: in 2.7 cr 0.27 out 13.5
  region !global: x1.1
google/gemini-3.8-live-extended-thinking: in 0.75 out 4.5 ain 3 aout 12 iin 1
google/gemini-4-argon-cyber-permissive: in 4 cr 0.2 out 20 think 20 ain 4 search 14/k maps 14/k
  batch: in 2 cr 0.1 out 10 ain 2
  tier flex: in 2 cr 0.1 out 10
  tier fast priority: in 7.2 cr 0.36 out 36 ain 7.2
  region !global: x1.1
google/gemini-exp-1206: in 0.3 cr 0.03 out 2.5 think 2.5 ain 1 grounded 35/k
google/gemini-gemma-2-27b-it: in 0.35 out 1.05
google/gemini-gemma-2-9b-it: in 0.35 out 1.05
google/gemini-live-2.5-flash-native-audio: in 0.5 out 2 ain 3 aout 12 iin 3 vin 3 grounded 35/k
google/gemini-omni-1.1-flash-preview: in 1.5 out 9 think 9 vout 17.5
google/gemini-robotics-er-1.5-preview: in 0.3 cr 0 out 2.5 think 2.5 ain 1
google/imagen-3.0-fast-generate-001: img 20/k
google/imagen-3.0-generate-001: img 40/k
google/jamba-1.5: in 0.2 out 0.4
google/jamba-1.5-large: in 2 out 8
google/jamba-1.5-large@001: in 2 out 8
google/jamba-1.5-mini: in 0.2 out 0.4
google/jamba-1.5-mini@001: in 0.2 out 0.4
google/lyria-002: img 60/k
google/lyria-3-clip-preview: img 40/k
google/lyria-3-pro-preview: img 80/k
google/lyria-3.5: img 80/k
google/lyria-3.5-clip-preview: img 40/k
google/lyria-3.5-pro-preview: img 80/k
google/lyria-realtime-exp: img 80/k
google/medlm-large: char 5/M
google/medlm-medium: char 0.5/M
google/meta/llama-3.1-405b-instruct-maas: in 5 out 16
google/meta/llama-3.3-70b-instruct-maas: in 0.72 out 0.72
  batch: x0.5
google/meta/llama-4-maverick-17b-128e-instruct-maas: in 0.35 out 1.15
  batch: x0.5
google/meta/llama-4-maverick-17b-16e-instruct-maas: in 0.35 out 1.15
  batch: x0.5
google/meta/llama-4-scout-17b-128e-instruct-maas: in 0.25 out 0.7
  batch: x0.5
google/meta/llama-4-scout-17b-16e-instruct-maas: in 0.25 out 0.7
  batch: x0.5
google/minimaxai/minimax-m2-maas: in 0.3 cr 0.03 out 1.2
google/mistral-large-2411: in 2 out 6
google/mistral-large@2407: in 2 out 6
google/mistral-large@2411-001: in 2 out 6
google/mistral-large@latest: in 2 out 6
google/mistral-medium-3: in 0.4 out 2
google/mistral-medium-3@001: in 0.4 out 2
google/mistral-nemo@2407: in 3 out 3
google/mistral-nemo@latest: in 0.15 out 0.15
google/mistral-ocr-2505: page 0.5/k
google/mistral-small-2503: in 0.1 out 0.3
google/mistral-small-2503@001: in 0.1 out 0.3
google/mistralai/codestral-2: in 0.3 out 0.9
google/mistralai/codestral-2@001: in 0.3 out 0.9
google/mistralai/mistral-medium-3: in 0.4 out 2
google/mistralai/mistral-medium-3@001: in 0.4 out 2
google/moonshotai/kimi-k2-thinking-maas: in 0.6 cr 0.06 out 2.5
google/multimodalembedding: in 0.8 char 0.2/M
google/multimodalembedding@001: in 0.8 char 0.2/M
google/nano-banana-pro-preview: in 2 out 12 iout 120 search 14/k img 134/k
  batch: in 1 out 6
  tier flex: in 1 out 6
  tier fast priority: in 3.6 out 21.6
google/openai/gpt-oss-120b-maas: in 0.09 out 0.36
  batch: x0.5
google/openai/gpt-oss-20b-maas: in 0.07 cr 0.007 out 0.25
  batch: in 0.035 out 0.125
google/qwen/qwen3-235b-a22b-instruct-2507-maas: in 0.22 out 0.88
  batch: x0.5
google/qwen/qwen3-coder-480b-a35b-instruct-maas: in 0.22 cr 0.022 out 1.8
  batch: in 0.11 out 0.9
google/qwen/qwen3-next-80b-a3b-instruct-maas: in 0.15 out 1.2
google/qwen/qwen3-next-80b-a3b-thinking-maas: in 0.15 out 1.2
google/search_api: rerank 1.5/k
google/semantic-ranker-default: rerank 1/k
google/semantic-ranker-default-002: rerank 1/k
google/semantic-ranker-default-003: rerank 1/k
google/semantic-ranker-default-004: rerank 1/k
google/semantic-ranker-fast: rerank 1/k
google/semantic-ranker-fast-004: rerank 1/k
google/text-embedding-004: in 0.1 char 0.025/M
google/text-embedding-005: in 0.1 char 0.025/M
google/text-embedding-large-exp-03-07: in 0.1 char 0.025/M
google/text-embedding-preview-0409: in 0.00625
google/text-multilingual-embedding-002: in 0.1 char 0.025/M
google/text-unicorn: in 10 out 28
google/text-unicorn@001: in 10 out 28
google/veo-2.0-generate-001: vsec 1800/h
google/veo-3.0-fast-generate-001: vsec 360/h
google/veo-3.0-generate-001: vsec 1440/h
google/veo-3.1-fast-generate-001: vsec 360/h
google/veo-3.1-fast-generate-preview: vsec 360/h
google/veo-3.1-generate-001: vsec 1440/h
google/veo-3.1-generate-preview: vsec 1440/h
google/veo-3.1-lite-generate-001: vsec 180/h
google/veo-3.1-lite-generate-preview: vsec 180/h
google/virtual-try-on-001: img 60/k
google/xai/grok-4.1-fast-non-reasoning: in 0.2 cr 0.05 out 0.5
google/xai/grok-4.1-fast-reasoning: in 0.2 cr 0.05 out 0.5
google/xai/grok-4.20-non-reasoning: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 cr 0.4 out 5
google/xai/grok-4.20-reasoning: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 cr 0.4 out 5
google/xai/grok-4.3: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 cr 0.4 out 5
google/xai/grok-4.6: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
google/xai/grok-4.7: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
google/zai-org/glm-4.7-maas: in 0.6 cr 0.06 out 2.2
google/zai-org/glm-5-maas: in 1 cr 0.1 out 3.2
google/zai-org/glm-5.2-maas: in 1.4 cr 0.14 out 4.4

provider meta
meta/muse-image-1.0: img 10/k
meta/muse-voice-transcribe-1.0: asec 0.18/h

provider minimax
minimax/MiniMax-H3: vsec 288/h
minimax/MiniMax-M2.1-lightning: in 0.3 cr 0.03 cw 0.375 out 2.4
minimax/MiniMax-M2.5-lightning: in 0.3 cr 0.03 cw 0.375 out 2.4
minimax/speech-02-hd: char 100/M
minimax/speech-02-turbo: char 60/M
minimax/speech-2.6-hd: char 100/M
minimax/speech-2.6-turbo: char 60/M

provider mistral
mistral/codestral-mamba-latest: in 0.25 cr 0.025 out 0.25
mistral/devstral-latest: in 0.4 cr 0.04 out 2
mistral/devstral-medium-latest: in 0.4 cr 0.04 out 2
mistral/glm-5-2: in 1.4 cr 0.14 out 4.4
mistral/ministral-14b-latest: in 0.2 cr 0.02 out 0.2
mistral/ministral-3-14b-2512: in 0.2 cr 0.02 out 0.2
mistral/ministral-3-3b-2512: in 0.1 cr 0.01 out 0.1
mistral/ministral-3-8b-2512: in 0.15 cr 0.015 out 0.15
mistral/mistral-code-agent-latest: in 0.4 cr 0.04 out 2
mistral/mistral-code-fim-latest: in 0.3 cr 0.03 out 0.9
mistral/mistral-code-latest: in 0.3 cr 0.03 out 0.9
mistral/mistral-large-3: in 0.5 cr 0.05 out 1.5
mistral/mistral-ocr-3: page 2/k apage 3/k
  batch: page 1/k apage 1.5/k
mistral/mistral-ocr-3-0: page 2/k apage 3/k
  batch: page 1/k apage 1.5/k
mistral/mistral-small: in 0.1 cr 0.01 out 0.3
mistral/mistral-vibe-cli-fast: in 0.15 cr 0.015 out 0.6
mistral/mistral-vibe-cli-latest: in 1.5 cr 0.15 out 7.5
mistral/mistral-vibe-cli-with-tools: in 1.5 cr 0.15 out 7.5
mistral/voxtral-mini-realtime-2602: asec 0.36/h
mistral/voxtral-mini-realtime-latest: asec 0.36/h
mistral/voxtral-mini-transcribe-3: asec 0.20999988/h
mistral/voxtral-mini-transcribe-realtime-3: asec 0.4799988/h
mistral/voxtral-mini-transcribe-realtime-latest: asec 0.36/h
mistral/voxtral-mini-tts-2603: char 16/M
mistral/voxtral-mini-tts-3: char 13/M
mistral/voxtral-mini-tts-3-0: char 13/M
mistral/voxtral-mini-tts-latest: char 16/M
mistral/voxtral-small-transcribe-3: asec 0.24000012/h
mistral/zai-glm-5: in 1.4 cr 0.14 out 4.4
mistral/zai-glm-5-2: in 1.4 cr 0.14 out 4.4
mistral/zai-glm-latest: in 1.4 cr 0.14 out 4.4

provider moonshotai
moonshotai/moonshot-v1-auto: in 2 out 5

provider novita
novita/baai/bge-m3: in 0.01 out 0.01
novita/baai/bge-reranker-v2-m3: in 0.01 out 0.01
novita/baidu/ernie-4.5-300b-a47b-paddle: in 0.28 out 1.1
novita/baidu/ernie-4.5-vl-28b-a3b: in 0.14 out 0.56
novita/baidu/ernie-4.5-vl-28b-a3b-thinking: in 0.39 out 0.39
novita/baidu/ernie-4.5-vl-424b-a47b: in 0.42 out 1.25
novita/deepseek/deepseek-ocr: in 0.03 out 0.03
novita/deepseek/deepseek-prover-v2-671b: in 0.7 out 2.5
novita/deepseek/deepseek-v3-0324: in 0.27 cr 0.135 out 1.12
novita/deepseek/deepseek-v3-turbo: in 0.4 out 1.3
novita/deepseek/deepseek-v3.1: in 0.27 cr 0.135 out 1
novita/deepseek/deepseek-v3.1-terminus: in 0.27 cr 0.135 out 1
novita/deepseek/deepseek-v3.2: in 0.269 cr 0.1345 out 0.4
novita/deepseek/deepseek-v3.2-exp: in 0.27 out 0.41
novita/deepseek/deepseek-v3/community: in 0.89 out 0.89
novita/deepseek/deepseek-v4-flash: in 0.14 cr 0.028 out 0.28
novita/deepseek/deepseek-v4-flash-vision-exp: in 0.44 cr 0.028 out 1.32
novita/inclusionai/ling-3.0-flash-fast: in 0.06 cr 0.012 out 0.18
novita/kwaipilot/kat-coder-pro: in 0.3 cr 0.06 out 1.2
novita/minimax/minimax-m2: in 0.3 cr 0.03 out 1.2
novita/minimax/minimax-m2.1: in 0.3 cr 0.03 out 1.2
novita/minimax/minimax-m2.5-highspeed: in 0.6 cr 0.03 out 2.4
novita/openai/gpt-oss-20b: in 0.04 out 0.15
novita/qwen/qwen2.5-7b-instruct: in 0.07 out 0.07
novita/qwen/qwen2.5-vl-72b-instruct: in 0.8 out 0.8
novita/qwen/qwen3-235b-a22b-fp8: in 0.2 out 0.8
novita/qwen/qwen3-235b-a22b-instruct-2507: in 0.09 out 0.58
novita/qwen/qwen3-235b-a22b-thinking-2507: in 0.3 out 3
novita/qwen/qwen3-30b-a3b-fp8: in 0.09 out 0.45
novita/qwen/qwen3-32b-fp8: in 0.1 out 0.45
novita/qwen/qwen3-4b-fp8: in 0.03 out 0.03
novita/qwen/qwen3-8b-fp8: in 0.035 out 0.138
novita/qwen/qwen3-coder-30b-a3b-instruct: in 0.07 out 0.27
novita/qwen/qwen3-coder-480b-a35b-instruct: in 0.38 out 1.55
novita/qwen/qwen3-coder-next: in 0.2 out 1.5
novita/qwen/qwen3-embedding-0.6b: in 0.07
novita/qwen/qwen3-embedding-8b: in 0.07
novita/qwen/qwen3-max: in 2.11 out 8.45
novita/qwen/qwen3-next-80b-a3b-instruct: in 0.15 out 1.5
novita/qwen/qwen3-next-80b-a3b-thinking: in 0.15 out 1.5
novita/qwen/qwen3-omni-30b-a3b-instruct: in 0.25 out 0.97
novita/qwen/qwen3-reranker-8b: in 0.05 out 0.05
novita/qwen/qwen3-vl-235b-a22b-instruct: in 0.3 out 1.5
novita/qwen/qwen3-vl-235b-a22b-thinking: in 0.98 out 3.95
novita/qwen/qwen3-vl-30b-a3b-thinking: in 0.2 out 1
novita/qwen/qwen3-vl-8b-instruct: in 0.08 out 0.5
novita/skywork/r1v4-lite: in 0.2 out 0.6
novita/thudm/glm-4-32b-0414: in 0.55 out 1.66
novita/xiaomimimo/mimo-v2-flash: in 0.11 cr 0.024 out 0.33
novita/zai-org/glm-4.5: in 0.6 cr 0.11 out 2.2
novita/zai-org/glm-5-turbo: in 1.2 cr 0.24 out 4
novita/zai-org/glm-5v-turbo: in 1.2 cr 0.24 out 4

provider openai
openai/computer-use-preview: in 3 out 12
openai/container: code 30/k
openai/daybreak-blue-latest: in 4 cr 0.4 cw 5 out 20
  over 272000: in 8 cr 0.8 cw 10 out 30
openai/daybreak-red-latest: in 12.5 cr 1.25 cw 15.625 out 75
  over 272000: in 25 cr 2.5 cw 31.25 out 112.5
openai/ft:babbage-002: in 1.6 out 1.6
  batch: in 0.8 out 0.9
openai/ft:davinci-002: in 12 out 12
  batch: x0.5
openai/ft:gpt-4-0613: in 30 out 60
openai/ft:gpt-4.1-2025-04-14: in 3 cr 0.75 out 12
  batch: in 1.5 cr 0.5 out 6
openai/ft:gpt-4.1-mini-2025-04-14: in 0.8 cr 0.2 out 3.2
  batch: x0.5
openai/ft:gpt-4.1-nano-2025-04-14: in 0.2 cr 0.05 out 0.8
  batch: x0.5
openai/ft:o4-mini-2025-04-16: in 4 cr 1 out 16
  batch: x0.5
openai/gpt-5.5-cyber-preview: in 12.5 cr 1.25 out 75
openai/gpt-6-astra-law: in 10 cr 1 out 50 search 10/k
  residency eu: x1.1
  residency us: x1.1
openai/gpt-daybreak-blue-latest: in 4 cr 0.4 cw 5 out 20
  over 272000: in 8 cr 0.8 cw 10 out 30
openai/gpt-daybreak-red-latest: in 12.5 cr 1.25 cw 15.625 out 75
  over 272000: in 25 cr 2.5 cw 31.25 out 112.5
openai/sora-2: vsec 360/h
openai/sora-2-pro: vsec 1080/h
openai/sora-2-pro-high-res: vsec 1800/h

provider perplexity
perplexity/anthropic/claude-fable-5: in 10 cr 1 out 50
perplexity/anthropic/claude-fable-5-1: in 10 cr 0.25 out 50
perplexity/anthropic/claude-haiku-4-5: in 1 cr 0.1 out 5
perplexity/anthropic/claude-haiku-5-5: in 0.1 cr 0.01 out 0.5
perplexity/anthropic/claude-opus-4-5: in 5 cr 0.5 out 25
perplexity/anthropic/claude-opus-4-6: in 5 cr 0.5 out 25
perplexity/anthropic/claude-opus-4-7: in 5 cr 0.5 out 25
perplexity/anthropic/claude-opus-4-8: in 5 cr 0.5 out 25
perplexity/anthropic/claude-opus-5: in 5 cr 0.5 out 25
perplexity/anthropic/claude-opus-5-5: in 4 cr 0.2 out 20
perplexity/anthropic/claude-sonnet-4-5: in 3 cr 0.3 out 15
perplexity/anthropic/claude-sonnet-4-6: in 3 cr 0.3 out 15
perplexity/anthropic/claude-sonnet-5: in 2 cr 0.2 out 10
perplexity/anthropic/claude-sonnet-5-5: in 2 cr 0.2 out 10
perplexity/codellama-34b-instruct: in 0.35 out 1.4
perplexity/codellama-70b-instruct: in 0.7 out 2.8
perplexity/google/gemini-3-flash-preview: in 0.5 cr 0.05 out 3
perplexity/google/gemini-3.1-flash-lite: in 0.25 cr 0.025 out 1.5
perplexity/google/gemini-3.1-pro-preview: in 2 cr 0.2 out 12
  over 200000: in 4 cr 0.4 out 18
perplexity/google/gemini-3.5-flash: in 1.5 cr 0.15 out 9
perplexity/google/gemini-3.5-flash-lite: in 0.3 cr 0.03 out 2.5
perplexity/google/gemini-3.6-flash: in 1.5 cr 0.15 out 7.5
perplexity/google/gemini-3.7-flash: in 0.75 cr 0.075 out 3.75
perplexity/google/gemini-3.8-flash: in 0.75 cr 0.075 out 3.75
perplexity/llama-2-70b-chat: in 0.7 out 2.8
perplexity/llama-3.1-70b-instruct: in 1 out 1
perplexity/llama-3.1-8b-instruct: in 0.2 out 0.2
perplexity/mistral-7b-instruct: in 0.07 out 0.28
perplexity/mixtral-8x7b-instruct: in 0.07 out 0.28
perplexity/openai/gpt-5: in 1.25 cr 0.125 out 10
perplexity/openai/gpt-5-mini: in 0.25 cr 0.025 out 2
perplexity/openai/gpt-5-nano: in 0.05 cr 0.005 out 0.4
perplexity/openai/gpt-5.1: in 1.25 cr 0.125 out 10
perplexity/openai/gpt-5.2: in 1.75 cr 0.175 out 14
perplexity/openai/gpt-5.3-codex: in 3.5 cr 0.35 out 28
perplexity/openai/gpt-5.4: in 2.5 cr 0.25 out 15
  over 272000: in 5 out 22.5
perplexity/openai/gpt-5.4-mini: in 0.75 cr 0.075 out 4.5
perplexity/openai/gpt-5.4-nano: in 0.2 cr 0.02 out 1.25
perplexity/openai/gpt-5.5: in 5 cr 0.5 out 30
  over 272000: in 10 out 45
perplexity/openai/gpt-5.6-luna: in 0.2 cr 0.02 out 1.2
  over 272000: in 0.4 cr 0.04 out 1.8
perplexity/openai/gpt-5.6-sol: in 4 cr 0.4 out 20
  over 272000: in 8 cr 0.8 out 30
perplexity/openai/gpt-5.6-terra: in 2 cr 0.2 out 12
  over 272000: in 4 cr 0.4 out 18
perplexity/openai/gpt-6-astra: in 10 cr 1 cw 12.5 out 50
perplexity/openai/gpt-6-luna: in 0.1 cr 0.01 out 0.5
  over 272000: in 0.2 cr 0.02 out 0.75
perplexity/openai/gpt-6-sol: in 2 cr 0.2 out 10
  over 272000: in 4 cr 0.4 out 15
perplexity/openai/gpt-6.1-sol: in 2 cr 0.1 out 10
  over 272000: in 4 cr 0.2 out 15
perplexity/perplexity/deepseek-v4-flash-0731: in 0.13 cr 0.028 out 0.26
perplexity/perplexity/glm-5.2: in 1.4 cr 0.14 out 4.4
perplexity/perplexity/kimi-k2.7-code: in 0.95 cr 0.19 out 4
perplexity/perplexity/nemotron-3-ultra-550b-a55b: in 0.25 cr 0.25 out 2.5
perplexity/perplexity/nemotron-3.5-lightning-30b-a3b: in 0.0115 cr 0.00115 out 0.17
perplexity/pplx-70b-chat: in 0.7 out 2.8
perplexity/pplx-70b-online: in 0 out 2.8 req 5/k
perplexity/pplx-7b-chat: in 0.07 out 0.28
perplexity/pplx-7b-online: in 0 out 0.28 req 5/k
perplexity/search: rerank 5/k
perplexity/sonar-medium-chat: in 0.6 out 1.8
perplexity/sonar-medium-online: in 0 out 1.8 req 5/k
perplexity/sonar-small-chat: in 0.07 out 0.28
perplexity/sonar-small-online: in 0 out 0.28 req 5/k
perplexity/xai/grok-4.20-multi-agent: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 out 5
perplexity/xai/grok-4.20-non-reasoning: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 out 5
perplexity/xai/grok-4.20-reasoning: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 out 5
perplexity/xai/grok-4.3: in 1.25 cr 0.2 out 2.5
  over 200000: in 2.5 out 5
perplexity/xai/grok-4.5: in 2 cr 0.3 out 6
  over 200000: in 4 cr 0.6 out 12
perplexity/xai/grok-4.6: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
perplexity/xai/grok-4.7: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12

provider together
together/arcee-ai/trinity-mini: in 0.045 out 0.15
together/arize-ai/qwen-2-1.5b-instruct: in 0.1 out 0.1
together/BAAI/bge-base-en-v1.5: in 0.008
together/deepseek-ai/DeepSeek-R1-0528: in 3 out 7
together/deepseek-ai/DeepSeek-R1-Distill-Llama-70B: in 2 out 2
together/deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B: in 0.18 out 0.18
together/deepseek-ai/DeepSeek-R1-Distill-Qwen-14B: in 1.6 out 1.6
together/deepseek-ai/DeepSeek-V3: in 1.25 out 1.25
together/deepseek-ai/DeepSeek-V3.1: in 0.6 out 1.7
together/deepseek-ai/DeepSeek-V4-Flash-0731: in 0.14 cr 0.03 out 0.28
together/google/gemma-2-27b-it: in 0.8 out 0.8
together/google/gemma-4-31B-it: in 0.39 out 0.97
together/meta-llama/Llama-3.1-405B-Instruct: in 3.5 out 3.5
together/meta-llama/Llama-3.2-1B-Instruct: in 0.06 out 0.06
together/meta-llama/Llama-3.2-3B-Instruct: in 0.06 out 0.06
together/meta-llama/Meta-Llama-3-8B-Instruct: in 0.2 out 0.2
together/meta-llama/Meta-Llama-3.1-8B: in 0.2 out 0.2
together/MiniMaxAI/MiniMax-M2.7: in 0.3 cr 0.06 out 1.2
together/mistralai/Ministral-3-14B-Instruct-2512: in 0.2 out 0.2
together/mistralai/Mistral-7B-Instruct-v0.3: in 0.2 out 0.2
together/mistralai/Mistral-Small-24B-Instruct-2501: in 0.1 out 0.3
together/moonshotai/Kimi-K2-Instruct: in 1 out 3
together/moonshotai/Kimi-K2.5-fp4: in 0.5 out 2.8
together/moonshotai/Kimi-K2.6: in 1.2 cr 0.2 out 4.5
together/moonshotai/Kimi-K2.7-Code: in 0.95 cr 0.19 out 4
together/nvidia/Llama-3.1-Nemotron-70B-Instruct-HF: in 0.88 out 0.88
together/nvidia/nemotron-3-ultra-550b-a55b: in 0.6 cr 0.2 out 3.6
together/nvidia/NVIDIA-Nemotron-Nano-9B-v2: in 0.06 out 0.25
together/openai/gpt-oss-20b: in 0.05 out 0.2
together/Qwen/Qwen2-1.5B-Instruct: in 0.02 out 0.02
together/Qwen/Qwen2-72B-Instruct: in 0.9 out 0.9
together/Qwen/Qwen2-VL-72B-Instruct: in 1.2 out 1.2
together/Qwen/Qwen2.5-14B-Instruct: in 0.8 out 0.8
together/Qwen/Qwen2.5-72B-Instruct: in 1.2 out 1.2
together/Qwen/Qwen2.5-72B-Instruct-Turbo: in 1.2 out 1.2
together/Qwen/Qwen2.5-7B-Instruct-Turbo: in 0.3 out 0.3
together/Qwen/Qwen2.5-Coder-32B-Instruct: in 0.8 out 0.8
together/Qwen/Qwen2.5-VL-72B-Instruct: in 1.95 out 8
together/Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8: in 2 out 2
together/Qwen/Qwen3-Coder-Next-FP8: in 0.5 out 1.2
together/Qwen/Qwen3-Next-80B-A3B-Instruct: in 0.15 out 1.5
together/Qwen/Qwen3-Next-80B-A3B-Thinking: in 0.15 out 1.5
together/Qwen/Qwen3-VL-32B-Instruct: in 0.5 out 1.5
together/Qwen/Qwen3-VL-8B-Instruct: in 0.18 out 0.68
together/Qwen/Qwen3.5-397B-A17B: in 0.6 cr 0.35 out 3.6
together/Qwen/QwQ-32B: in 1.2 out 1.2
together/Salesforce/Llama-Rank-V1: in 0.1
together/together-ai-21.1b-41b: in 0.8 out 0.8
together/together-ai-4.1b-8b: in 0.2 out 0.2
together/together-ai-41.1b-80b: in 0.9 out 0.9
together/together-ai-8.1b-21b: in 0.3 out 0.3
together/together-ai-81.1b-110b: in 1.8 out 1.8
together/together-ai-embedding-151m-to-350m: in 0.016
together/together-ai-embedding-up-to-150m: in 0.008
together/together-ai-up-to-4b: in 0.1 out 0.1
together/zai-org/GLM-4.5-Air-FP8: in 0.2 out 1.1
together/zai-org/GLM-4.6: in 0.6 out 2.2
together/zai-org/GLM-4.7: in 0.45 out 2
together/zai-org/GLM-5: in 1 out 3.2
together/zai-org/GLM-5.1: in 1.4 cr 0.26 out 4.4

provider voyageai
voyageai/rerank-1: in 0.05
voyageai/rerank-2: in 0.05
voyageai/rerank-2-lite: in 0.02
voyageai/rerank-2.5: in 0.05
voyageai/rerank-2.5-lite: in 0.02
voyageai/rerank-3: in 0.05
voyageai/rerank-3-lite: in 0.02
voyageai/rerank-lite-1: in 0.02
voyageai/voyage-multimodal-3: in 0.12
voyageai/voyage-multimodal-3.5: in 0.12

provider x-ai
x-ai/grok-4.20-beta: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-0309-non-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-0309-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-latest-non-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-latest-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-non-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-beta-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-0304: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-0304-non-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-0304-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-latest: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-non-reasoning-latest: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-experimental-beta-reasoning-latest: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-multi-agent-experimental-beta-0304: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-multi-agent-experimental-beta-latest: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-non-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
  batch: in 1 cr 0.16 out 2
  batch over 199999: in 2 cr 0.32 out 4
x-ai/grok-4.20-non-reasoning-gv2: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-4.20-reasoning: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
  batch: in 1 cr 0.16 out 2
  batch over 199999: in 2 cr 0.32 out 4
x-ai/grok-4.20-reasoning-gv2: in 1.25 cr 0.2 out 2.5 iin 1.25
  over 199999: in 2.5 cr 0.4 out 5
x-ai/grok-build-latest: in 2 cr 0.3 out 6 iin 2
  over 199999: in 4 cr 0.6 out 12
x-ai/grok-imagine-video: vsec 180/h
x-ai/grok-imagine-video-1.5: vsec 288/h
x-ai/grok-imagine-video-1.5-lite: vsec 72/h
x-ai/grok-imagine-video-1.5-preview: vsec 288/h
x-ai/grok-voice-2.0: asec 4.799999988/h msg 4/k
x-ai/grok-voice-transcribe-1.0: asec 0.100008/h
x-ai/grok-voice-transcribe-2.0: asec 0.100008/h

provider zai
zai/glm-5-code: in 1.2 cr 0.3 cw 0 out 5
zai/glm-5v-turbo: in 1.2 cr 0.24 out 4
"""#
}
