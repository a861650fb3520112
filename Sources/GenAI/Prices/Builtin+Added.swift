// swift-format-ignore-file
extension PriceBook {
    /// From LiteLLM, by `Scripts/import-prices`: what genai-prices lacks. Do not edit: put changes into `reviewed`.
    static let added: StaticString = #"""
prices 1
asof 2026-11-23
source litellm 1.109.1 (MIT)

provider alibaba
alibaba/deepseek-v4-flash: in 0.2 cr 0.04 out 0.4
alibaba/deepseek-v4-flash-0731: in 0.2 cr 0.04 out 0.4
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
alibaba/qwen-flash-2025-07-28: in 0.05 out 0.4
  over 256000: in 0.25 out 2
alibaba/qwen-image-2.0: img 35/k
alibaba/qwen-image-2.0-pro: img 75/k
alibaba/qwen-image-3.0: img 30/k
alibaba/qwen-max: in 1.6 out 6.4
alibaba/qwen-plus: in 0.4 out 1.2
alibaba/qwen-plus-2025-01-25: in 0.4 out 1.2
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
alibaba/qwen-turbo-2025-04-28: in 0.05 out 0.2 think 0.5
alibaba/qwen-turbo-latest: in 0.05 out 0.2 think 0.5
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
alibaba/qwen3-max-2026-01-23: in 1.2 out 6
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

provider azure
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
azure/eu/gpt-4o-2024-11-20: in 2.75 cr 1.375 cw 1.38 out 11
  batch: in 1.375 out 5.5
azure/eu/gpt-4o-mini: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/eu/gpt-4o-mini-2024-07-18: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/eu/gpt-4o-mini-realtime-preview-2024-12-17: in 0.66 cr 0.33 out 2.64 ain 11 aout 22
azure/eu/gpt-4o-realtime-preview-2024-10-01: in 5.5 cr 2.75 out 22 ain 110 aout 220
azure/eu/gpt-4o-realtime-preview-2024-12-17: in 5.5 cr 2.75 out 22 ain 44 aout 88 acr 2.5
azure/eu/gpt-5: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5-2025-08-07: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5-codex: in 1.375 cr 0.138 out 11
azure/eu/gpt-5-mini: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/eu/gpt-5-mini-2025-08-07: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/eu/gpt-5-nano: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/eu/gpt-5-nano-2025-08-07: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/eu/gpt-5-pro: in 16.5 out 132 search 14/k
  batch: x0.5
azure/eu/gpt-5.1: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/eu/gpt-5.1-chat: in 1.375 cr 0.1375 out 11
azure/eu/gpt-5.1-codex: in 1.375 cr 0.1375 out 11
azure/eu/gpt-5.1-codex-max: in 1.375 cr 0.1375 out 11
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
azure/eu/gpt-5.4-2026-03-05: in 2.75 cr 0.275 out 16.5
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
azure/eu/gpt-5.5-2026-04-23: in 5.5 cr 0.55 out 33 search 14/k
  over 272000: in 11 cr 1.1 out 49.5
  batch: x0.5
  tier fast priority: in 13.75 cr 1.375 out 82.5
azure/eu/gpt-5.5-2026-04-24: in 5.5 cr 0.55 out 33 search 14/k
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
azure/eu/o1-2024-12-17: in 16.5 cr 8.25 out 66
  batch: in 8.25 out 33
azure/eu/o1-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o1-mini-2024-09-12: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o1-preview: in 16.5 cr 8.25 out 66
azure/eu/o3: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/eu/o3-2025-04-16: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/eu/o3-deep-research: in 11 cr 2.75 out 44
azure/eu/o3-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o3-mini-2025-01-31: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/eu/o4-mini: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/eu/o4-mini-2025-04-16: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/eu/text-embedding-3-large: in 0.143
azure/eu/text-embedding-3-small: in 0.022
azure/eu/text-embedding-ada-002: in 0.11
azure/us/codex-mini: in 1.65 cr 0.413 out 6.6
azure/us/computer-use-preview: in 3.3 out 13.2
azure/us/gpt-4.1: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
  tier fast priority: in 3.85 cr 0.963 out 15.4
azure/us/gpt-4.1-2025-04-14: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
  tier fast priority: in 3.85 cr 0.963 out 15.4
azure/us/gpt-4.1-mini: in 0.44 cr 0.11 out 1.76 search 14/k
  batch: in 0.22 out 0.88
  tier fast priority: in 0.77 cr 0.193 out 3.08
azure/us/gpt-4.1-mini-2025-04-14: in 0.44 cr 0.11 out 1.76 search 14/k
  batch: in 0.22 out 0.88
  tier fast priority: in 0.77 cr 0.193 out 3.08
azure/us/gpt-4.1-nano: in 0.11 cr 0.028 out 0.44
  batch: in 0.055 out 0.22
azure/us/gpt-4.1-nano-2025-04-14: in 0.11 cr 0.028 out 0.44
  batch: in 0.055 out 0.22
azure/us/gpt-4o: in 2.75 cr 1.375 cw 1.38 out 11
  batch: in 1.375 out 5.5
azure/us/gpt-4o-2024-05-13: in 5.5 out 16.5
  batch: x0.5
azure/us/gpt-4o-2024-08-06: in 2.75 cr 1.375 out 11
  batch: in 1.375 out 5.5
azure/us/gpt-4o-2024-11-20: in 2.75 cr 1.375 cw 1.38 out 11
  batch: in 1.375 out 5.5
azure/us/gpt-4o-mini: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/us/gpt-4o-mini-2024-07-18: in 0.165 cr 0.083 out 0.66 search 14/k
  batch: in 0.083
azure/us/gpt-4o-mini-realtime-preview-2024-12-17: in 0.66 cr 0.33 out 2.64 ain 11 aout 22
azure/us/gpt-4o-realtime-preview-2024-10-01: in 5.5 cr 2.75 out 22 ain 110 aout 220
azure/us/gpt-4o-realtime-preview-2024-12-17: in 5.5 cr 2.75 out 22 ain 44 aout 88 acr 2.5
azure/us/gpt-5: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5-2025-08-07: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5-codex: in 1.375 cr 0.138 out 11
azure/us/gpt-5-mini: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/us/gpt-5-mini-2025-08-07: in 0.275 cr 0.0275 out 2.2 search 14/k
  batch: x0.5
  tier fast priority: x1.8
azure/us/gpt-5-nano: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/us/gpt-5-nano-2025-08-07: in 0.055 cr 0.0055 out 0.44 search 14/k
  batch: x0.5
azure/us/gpt-5-pro: in 16.5 out 132 search 14/k
  batch: x0.5
azure/us/gpt-5.1: in 1.375 cr 0.1375 out 11 search 14/k
  batch: x0.5
  tier fast priority: x2
azure/us/gpt-5.1-chat: in 1.375 cr 0.1375 out 11
azure/us/gpt-5.1-codex: in 1.375 cr 0.1375 out 11
azure/us/gpt-5.1-codex-max: in 1.375 cr 0.1375 out 11
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
azure/us/gpt-5.4-2026-03-05: in 2.75 cr 0.275 out 16.5
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
azure/us/gpt-5.5-2026-04-23: in 5.5 cr 0.55 out 33 search 14/k
  over 272000: in 11 cr 1.1 out 49.5
  batch: x0.5
  tier fast priority: in 13.75 cr 1.375 out 82.5
azure/us/gpt-5.5-2026-04-24: in 5.5 cr 0.55 out 33 search 14/k
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
azure/us/o1-2024-12-17: in 16.5 cr 8.25 out 66
  batch: in 8.25 out 33
azure/us/o1-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o1-mini-2024-09-12: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o1-preview: in 16.5 cr 8.25 out 66
azure/us/o3: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/us/o3-2025-04-16: in 2.2 cr 0.55 out 8.8 search 14/k
  batch: in 1.1 out 4.4
azure/us/o3-deep-research: in 11 cr 2.75 out 44
azure/us/o3-mini: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o3-mini-2025-01-31: in 1.21 cr 0.605 out 4.84
  batch: in 0.605 out 2.42
azure/us/o4-mini: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/us/o4-mini-2025-04-16: in 1.21 cr 0.303 out 4.84 search 14/k
  batch: in 0.605 out 2.42
azure/us/text-embedding-3-large: in 0.143
azure/us/text-embedding-3-small: in 0.022
azure/us/text-embedding-ada-002: in 0.11
"""#
}
