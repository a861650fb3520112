// swift-format-ignore-file
extension PriceBook {
    /// From genai-prices, by `Scripts/import-prices`. Do not edit: put changes into `reviewed`.
    static let imported: StaticString = #"""
prices 1
asof 2026-11-23
source genai-prices 0.2.3 (MIT)

provider anthropic
anthropic/claude-2 aka claude-v2: in 8 out 24
anthropic/claude-3-5-haiku-latest aka claude-3-5-haiku claude-3.5-haiku: in 0.8 cr 0.08 cw 1 cw1h 1.6 out 4 search 10/k
anthropic/claude-3-5-sonnet aka claude-3.5-sonnet: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
anthropic/claude-3-7-sonnet-latest aka claude-3-7-sonnet claude-3.7-sonnet claude-sonnet-3.7 claude-sonnet-3-7: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
anthropic/claude-3-haiku: in 0.25 cr 0.03 cw 0.3 cw1h 0.5 out 1.25
anthropic/claude-3-opus-latest aka claude-3-opus: in 15 cr 1.5 cw 18.75 cw1h 30 out 75
anthropic/claude-3-sonnet: in 3 cr 0.3 cw 3.75 cw1h 6 out 15
anthropic/claude-fable-5: in 10 cr 1 cw 12.5 cw1h 20 out 50 search 10/k
  batch: x0.5
anthropic/claude-fable-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50 search 10/k
  batch: x0.5
anthropic/claude-fable-5-2: in 8 cr 0.2 cw 10 cw1h 16 out 40 search 10/k
  speed fast: x2
  batch: x0.5
anthropic/claude-haiku-4-5 aka claude-haiku-4.5 claude-4-5-haiku claude-4.5-haiku: in 1 cr 0.1 cw 1.25 cw1h 2 out 5 search 10/k
  batch: x0.5
anthropic/claude-haiku-5-5 aka claude-haiku-5.5 claude-5-5-haiku claude-5.5-haiku: in 0.1 cr 0.01 cw 0.125 cw1h 0.2 out 0.5 search 10/k
  over 100000: in 0.5 cr 0.05 cw 0.625 cw1h 1 out 2.5
  batch: x0.5
anthropic/claude-mythos-5-2: in 8 cr 0.2 cw 10 cw1h 16 out 40 search 10/k
  speed fast: x2
  batch: x0.5
anthropic/claude-opus-4-0 aka claude-4-opus claude-opus-4 claude-opus-4-20250514: in 15 cr 1.5 cw 18.75 cw1h 30 out 75 search 10/k
anthropic/claude-opus-4-1 aka claude-opus-4.1: in 15 cr 1.5 cw 18.75 cw1h 30 out 75 search 10/k
anthropic/claude-opus-4-5 aka claude-opus-4.5 claude-4-5-opus claude-4.5-opus: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: x0.5
anthropic/claude-opus-4-6 aka claude-opus-4.6 claude-4-6-opus claude-4.6-opus: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  over 200000: in 10 cr 1 cw 12.5 cw1h 20 out 37.5
  from 2026-03-13: = in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: x0.5
anthropic/claude-opus-4-7 aka claude-opus-4.7 claude-4-7-opus claude-4.7-opus: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  batch: x0.5
anthropic/claude-opus-4-8 aka claude-opus-4.8 claude-4-8-opus claude-4.8-opus: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  speed fast: x2
  batch: x0.5
anthropic/claude-opus-5 aka claude-opus-5-latest claude-opus-5.0 claude-5-opus claude-5.0-opus: in 5 cr 0.5 cw 6.25 cw1h 10 out 25 search 10/k
  speed fast: x2
  batch: x0.5
anthropic/claude-opus-5-5 aka claude-opus-5.5 claude-5-5-opus claude-5.5-opus: in 4 cr 0.2 cw 5 cw1h 8 out 20 search 10/k
  speed fast: x2
  batch: x0.5
anthropic/claude-sonnet-4-0 aka claude-sonnet-4 claude-4-sonnet: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
anthropic/claude-sonnet-4-5 aka claude-sonnet-4.5: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  over 200000: in 6 cr 0.6 cw 7.5 cw1h 12 out 22.5
  batch: x0.5
anthropic/claude-sonnet-4-6 aka claude-sonnet-4.6: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  over 200000: in 6 cr 0.6 cw 7.5 cw1h 12 out 22.5
  from 2026-03-13: = in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  batch: x0.5
anthropic/claude-sonnet-5 aka claude-sonnet-5.0 claude-5-sonnet claude-5.0-sonnet: in 2 cr 0.2 cw 2.5 cw1h 4 out 10 search 10/k
  batch: x0.5
anthropic/claude-sonnet-5-5 aka claude-sonnet-5.5 claude-5-5-sonnet claude-5.5-sonnet: in 2 cr 0.1 cw 2.5 cw1h 4 out 10 search 10/k
  batch: x0.5
anthropic/claude-v1: in 8 out 24

provider arcee
arcee/deepseek/deepseek-v4-flash-latest: in 0.14 cr 0.028 out 0.28
arcee/deepseek/deepseek-v4-pro: in 1.74 cr 0.2 out 3.48
arcee/deepseek/deepseek-v4-pro-0813: in 1.32 cr 0.044 out 3.96
arcee/deepseek/deepseek-v4.1-flash: in 0.22 cr 0.007 out 0.66
  from 2026-11-01: = in 0.22 cr 0.007 out 1.2
arcee/deepseek/deepseek-v4.1-flash-1017: in 0.3 cr 0.006 out 1.2
arcee/moonshotai/kimi-k3: in 3 cr 0.3 out 15
arcee/thinkingmachines/inkling-small: in 0.5 cr 0.1 out 1.2
arcee/trinity-large-thinking: in 0.25 cr 0.06 out 0.8
arcee/zai-org/glm-5.2: in 1.4 cr 0.26 out 4.4
arcee/zai-org/glm-5.3: in 1.4 cr 0.26 out 4.4
arcee/zai-org/glm-5.3-flash: in 0.15 cr 0.03 out 0.5

provider aws
aws/amazon.nova-2-lite-v1:0 aka amazon.nova-2-lite-v1 amazon.nova-2-lite: in 0.33 cr 0.0825 out 2.75
aws/amazon.nova-2-sonic-v1:0 aka amazon.nova-2-sonic amazon.nova-2-sonic-v1: in 0.33 out 2.75 ain 3 aout 12
aws/amazon.nova-lite-v1:0 aka amazon.nova-lite amazon.nova-lite-v1: in 0.06 cr 0.015 out 0.24
aws/amazon.nova-micro-v1:0 aka amazon.nova-micro amazon.nova-micro-v1: in 0.035 cr 0.00875 out 0.14
aws/amazon.nova-premier-v1:0 aka amazon.nova-premier amazon.nova-premier-v1: in 2.5 cr 0.625 out 12.5
aws/amazon.nova-pro-v1:0 aka amazon.nova-pro amazon.nova-pro-v1: in 0.8 cr 0.2 out 3.2
aws/amazon.nova-sonic-v1:0 aka amazon.nova-sonic amazon.nova-sonic-v1: in 0.06 out 0.24 ain 3.4 aout 13.6
aws/amazon.titan-embed-text-v1 aka amazon.titan-embed-text: in 0.1
aws/amazon.titan-embed-text-v2:0 aka amazon.titan-embed-text-v2: in 0.02
aws/amazon.titan-text-express-v1 aka titan-text-express: in 0.2 out 0.6
aws/amazon.titan-text-lite-v1 aka titan-text-lite: in 0.15 out 0.2
aws/anthropic.claude-3-5-haiku-20241022-v1:0 aka claude-3-5-haiku-20241022 anthropic.claude-3-5-haiku-20241022-v1 anthropic.claude-3-5-haiku-20241022 anthropic.claude-3-5-haiku: in 0.8 cr 0.08 cw 1 out 4
aws/anthropic.claude-3-5-sonnet-20240620-v1:0 aka claude-3-5-sonnet-20240620 anthropic.claude-3-5-sonnet-20240620-v1 anthropic.claude-3-5-sonnet-20240620 anthropic.claude-3-5-sonnet: in 3 cr 0.3 cw 3.75 out 15
aws/anthropic.claude-3-5-sonnet-20241022-v2:0 aka claude-3-5-sonnet-20241022 anthropic.claude-3-5-sonnet-20241022-v2 anthropic.claude-3-5-sonnet-20241022: in 3 cr 0.3 cw 3.75 out 15
aws/anthropic.claude-3-7-sonnet-20250219-v1:0 aka claude-3-7-sonnet-20250219 anthropic.claude-3-7-sonnet-20250219-v1 anthropic.claude-3-7-sonnet-20250219 anthropic.claude-3-7-sonnet: in 3 cr 0.3 cw 3.75 out 15
aws/anthropic.claude-3-haiku-20240307-v1:0 aka claude-3-haiku-20240307 anthropic.claude-3-haiku-20240307-v1 anthropic.claude-3-haiku-20240307 anthropic.claude-3-haiku: in 0.25 out 1.25
aws/anthropic.claude-3-opus-20240229-v1:0 aka claude-3-opus-20240229 anthropic.claude-3-opus-20240229-v1 anthropic.claude-3-opus-20240229 anthropic.claude-3-opus: in 15 out 75
aws/anthropic.claude-3-sonnet-20240229-v1:0 aka claude-3-sonnet-20240229 anthropic.claude-3-sonnet-20240229-v1 anthropic.claude-3-sonnet-20240229 anthropic.claude-3-sonnet: in 3 cr 0.3 cw 3.75 out 15
aws/anthropic.claude-fable-5-1-v1:0 aka anthropic.claude-fable-5-1 claude-fable-5-1 anthropic.claude-fable-5-1-v1 claude-fable-5-1-v1: in 11 cr 0.275 cw 13.75 cw1h 22 out 55
aws/anthropic.claude-fable-5-2 aka claude-fable-5-2 anthropic.claude-fable-5-2-v1 claude-fable-5-2-v1: in 8.8 cr 0.22 cw 11 cw1h 17.6 out 44
aws/anthropic.claude-fable-5-v1:0 aka anthropic.claude-fable-5 claude-fable-5 anthropic.claude-fable-5-v1 claude-fable-5-v1: in 11 cr 1.1 cw 13.75 cw1h 22 out 55
aws/anthropic.claude-haiku-4-5-20251001-v1:0 aka anthropic.claude-haiku-4-5-20251001 claude-haiku-4-5-20251001 anthropic.claude-haiku-4-5-20251001-v1 anthropic.claude-haiku-4-5: in 1.1 cr 0.11 cw 1.375 cw1h 2.2 out 5.5
aws/anthropic.claude-haiku-5-5 aka claude-haiku-5-5 anthropic.claude-haiku-5-5-v1 claude-haiku-5-5-v1: in 0.11 cr 0.011 cw 0.1375 cw1h 0.22 out 0.55
  over 100000: in 0.55 cr 0.055 cw 0.6875 cw1h 1.1 out 2.75
aws/anthropic.claude-mythos-5-2 aka claude-mythos-5-2 anthropic.claude-mythos-5-2-v1 claude-mythos-5-2-v1: in 8.8 cr 0.22 cw 11 cw1h 17.6 out 44
aws/anthropic.claude-opus-4-1-20250805-v1:0 aka anthropic.claude-opus-4-1-20250805 claude-opus-4-1-20250805 anthropic.claude-opus-4-1-20250805-v1 anthropic.claude-opus-4-1: in 15 cr 1.5 cw 18.75 out 75
aws/anthropic.claude-opus-4-20250514-v1:0 aka anthropic.claude-opus-4-20250514 claude-opus-4-20250514 anthropic.claude-opus-4-20250514-v1 anthropic.claude-opus-4: in 15 cr 1.5 cw 18.75 out 75
aws/anthropic.claude-opus-4-5-v1:0 aka anthropic.claude-opus-4-5 claude-opus-4-5 anthropic.claude-opus-4-5-v1: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/anthropic.claude-opus-4-6-v1:0 aka anthropic.claude-opus-4-6 claude-opus-4-6 anthropic.claude-opus-4-6-v1: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/anthropic.claude-opus-4-7-v1:0 aka anthropic.claude-opus-4-7 claude-opus-4-7 anthropic.claude-opus-4-7-v1: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/anthropic.claude-opus-4-8-v1:0 aka anthropic.claude-opus-4-8 claude-opus-4-8 anthropic.claude-opus-4-8-v1: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/anthropic.claude-opus-5 aka claude-opus-5 anthropic.claude-opus-5-v1 claude-opus-5-v1: in 5.5 cr 0.55 cw 6.875 cw1h 11 out 27.5
aws/anthropic.claude-opus-5-5 aka claude-opus-5-5 anthropic.claude-opus-5-5-v1 claude-opus-5-5-v1: in 4.4 cr 0.22 cw 5.5 cw1h 8.8 out 22
aws/anthropic.claude-sonnet-4-20250514-v1:0 aka anthropic.claude-sonnet-4-20250514 claude-sonnet-4-20250514 anthropic.claude-sonnet-4-20250514-v1 anthropic.claude-sonnet-4: in 3 cr 0.3 cw 3.75 out 15
aws/anthropic.claude-sonnet-4-5-20250929-v1:0 aka anthropic.claude-sonnet-4-5-20250929 claude-sonnet-4-5-20250929 anthropic.claude-sonnet-4-5-20250929-v1 anthropic.claude-sonnet-4-5: in 3.3 cr 0.33 cw 4.125 cw1h 6.6 out 16.5
aws/anthropic.claude-sonnet-4-6-v1:0 aka anthropic.claude-sonnet-4-6 claude-sonnet-4-6 anthropic.claude-sonnet-4-6-v1: in 3.3 cr 0.33 cw 4.125 cw1h 6.6 out 16.5
aws/anthropic.claude-sonnet-5-5 aka claude-sonnet-5-5 anthropic.claude-sonnet-5-5-v1 claude-sonnet-5-5-v1: in 2.2 cr 0.11 cw 2.75 cw1h 4.4 out 11
aws/anthropic.claude-sonnet-5-v1:0 aka anthropic.claude-sonnet-5 claude-sonnet-5 anthropic.claude-sonnet-5-v1 claude-sonnet-5-v1: in 2.2 cr 0.22 cw 2.75 cw1h 4.4 out 11
aws/deepseek.r1-v1:0 aka deepseek.r1 deepseek.r1-v1: in 1.35 out 5.4
aws/global.amazon.nova-2-lite-v1:0 aka global.amazon.nova-2-lite global.amazon.nova-2-lite-v1: in 0.3 cr 0.075 out 2.5
aws/global.anthropic.claude-fable-5-1-v1:0 aka global.anthropic.claude-fable-5-1 global.anthropic.claude-fable-5-1-v1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50
aws/global.anthropic.claude-fable-5-2 aka global.anthropic.claude-fable-5-2-v1: in 8 cr 0.2 cw 10 cw1h 16 out 40
aws/global.anthropic.claude-fable-5-v1:0 aka global.anthropic.claude-fable-5 global.anthropic.claude-fable-5-v1: in 10 cr 1 cw 12.5 cw1h 20 out 50
aws/global.anthropic.claude-haiku-4-5-20251001-v1:0 aka global.anthropic.claude-haiku-4-5-20251001 global.anthropic.claude-haiku-4-5-20251001-v1 global.anthropic.claude-haiku-4-5: in 1 cr 0.1 cw 1.25 cw1h 2 out 5
aws/global.anthropic.claude-haiku-5-5 aka global.anthropic.claude-haiku-5-5-v1: in 0.1 cr 0.01 cw 0.125 cw1h 0.2 out 0.5
  over 100000: in 0.5 cr 0.05 cw 0.625 cw1h 1 out 2.5
aws/global.anthropic.claude-mythos-5-2 aka global.anthropic.claude-mythos-5-2-v1: in 8 cr 0.2 cw 10 cw1h 16 out 40
aws/global.anthropic.claude-opus-4-5-v1:0 aka global.anthropic.claude-opus-4-5 global.anthropic.claude-opus-4-5-v1: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
aws/global.anthropic.claude-opus-4-6-v1:0 aka global.anthropic.claude-opus-4-6 global.anthropic.claude-opus-4-6-v1: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
aws/global.anthropic.claude-opus-4-7-v1:0 aka global.anthropic.claude-opus-4-7 global.anthropic.claude-opus-4-7-v1: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
aws/global.anthropic.claude-opus-4-8-v1:0 aka global.anthropic.claude-opus-4-8 global.anthropic.claude-opus-4-8-v1: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
aws/global.anthropic.claude-opus-5 aka global.anthropic.claude-opus-5-v1: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
aws/global.anthropic.claude-opus-5-5 aka global.anthropic.claude-opus-5-5-v1: in 4 cr 0.2 cw 5 cw1h 8 out 20
aws/global.anthropic.claude-sonnet-4-20250514-v1:0 aka global.anthropic.claude-sonnet-4-20250514 global.anthropic.claude-sonnet-4-20250514-v1 global.anthropic.claude-sonnet-4: in 3 cr 0.3 cw 3.75 out 15
aws/global.anthropic.claude-sonnet-4-5-20250929-v1:0 aka global.anthropic.claude-sonnet-4-5-20250929 global.anthropic.claude-sonnet-4-5-20250929-v1 global.anthropic.claude-sonnet-4-5: in 3 cr 0.3 cw 3.75 cw1h 6 out 15
aws/global.anthropic.claude-sonnet-4-6-v1:0 aka global.anthropic.claude-sonnet-4-6 global.anthropic.claude-sonnet-4-6-v1: in 3 cr 0.3 cw 3.75 cw1h 6 out 15
aws/global.anthropic.claude-sonnet-5-5 aka global.anthropic.claude-sonnet-5-5-v1: in 2 cr 0.1 cw 2.5 cw1h 4 out 10
aws/global.anthropic.claude-sonnet-5-v1:0 aka global.anthropic.claude-sonnet-5 global.anthropic.claude-sonnet-5-v1: in 2 cr 0.2 cw 2.5 cw1h 4 out 10
aws/global.moonshotai.kimi-k3: in 3 cr 0.3 cw 3.75 out 15
aws/global.moonshotai.kimi-k3.1: in 4 cr 0.2 cw 5 out 20
aws/global.openai.gpt-5.6-luna: in 0.2 cr 0.02 cw 0.25 out 1.2
  over 272000: in 0.4 cr 0.04 cw 0.5 out 1.8
aws/global.openai.gpt-5.6-sol: in 5 cr 0.5 cw 6.25 out 30
  over 272000: in 10 cr 1 cw 12.5 out 45
  from 2026-08-21: = in 4 cr 0.4 cw 5 out 20
  from 2026-08-21 over 272000: in 8 cr 0.8 cw 10 out 30
aws/global.openai.gpt-5.6-terra: in 2 cr 0.2 cw 2.5 out 12
  over 272000: in 4 cr 0.4 cw 5 out 18
aws/global.openai.gpt-6-astra: in 10 cr 1 cw 12.5 out 50
  over 272000: in 20 cr 2 cw 25 out 75
aws/global.openai.gpt-6-luna: in 0.1 cr 0.01 cw 0.125 out 0.5
  over 272000: in 0.2 cr 0.02 cw 0.25 out 0.75
aws/global.openai.gpt-6-sol: in 2 cr 0.2 cw 2.5 out 10
  over 272000: in 4 cr 0.4 cw 5 out 15
aws/global.openai.gpt-6.1-sol: in 2 cr 0.1 cw 2.5 out 10
  over 272000: in 4 cr 0.2 cw 5 out 15
aws/global.openai.gpt-6.1-terra: in 1 cr 0.05 cw 1.25 out 5
  over 272000: in 2 cr 0.1 cw 2.5 out 7.5
aws/global.zai.glm-5.3: in 1.68 cr 0.312 cw 2.1 out 5.28
aws/google.gemma-3-12b-it: in 0.09 out 0.29
aws/google.gemma-3-27b-it: in 0.23 out 0.38
aws/google.gemma-3-4b-it: in 0.04 out 0.08
aws/meta.llama3-1-70b-instruct-v1:0 aka meta.llama3-1-70b-instruct meta.llama3-1-70b-instruct-v1: in 0.72 out 0.72
aws/meta.llama3-1-8b-instruct-v1:0 aka meta.llama3-1-8b-instruct meta.llama3-1-8b-instruct-v1: in 0.22 out 0.22
aws/meta.llama3-2-11b-instruct-v1:0 aka meta.llama3-2-11b-instruct meta.llama3-2-11b-instruct-v1: in 0.16 out 0.16
aws/meta.llama3-2-1b-instruct-v1:0 aka meta.llama3-2-1b-instruct meta.llama3-2-1b-instruct-v1: in 0.1 out 0.1
aws/meta.llama3-2-3b-instruct-v1:0 aka meta.llama3-2-3b-instruct meta.llama3-2-3b-instruct-v1: in 0.15 out 0.15
aws/meta.llama3-2-90b-instruct-v1:0 aka meta.llama3-2-90b-instruct meta.llama3-2-90b-instruct-v1: in 0.72 out 0.72
aws/meta.llama3-3-70b-instruct-v1:0 aka meta.llama3-3-70b-instruct meta.llama3-3-70b-instruct-v1: in 0.72 out 0.72
aws/meta.llama3-70b-instruct-v1:0 aka meta.llama3-70b-instruct meta.llama3-70b-instruct-v1: in 2.65 out 3.5
aws/meta.llama3-8b-instruct-v1:0 aka meta.llama3-8b-instruct meta.llama3-8b-instruct-v1: in 0.3 out 0.6
aws/meta.llama4-maverick-17b-instruct-v1:0 aka meta.llama4-maverick-17b-instruct meta.llama4-maverick-17b-instruct-v1: in 0.24 out 0.97
aws/meta.llama4-scout-17b-instruct-v1:0 aka meta.llama4-scout-17b-instruct meta.llama4-scout-17b-instruct-v1: in 0.17 out 0.66
aws/mistral.devstral-2-123b: in 0.4 out 2
aws/mistral.magistral-small-2509: in 0.5 out 1.5
aws/mistral.ministral-3-14b-instruct: in 0.2 out 0.2
aws/mistral.ministral-3-3b-instruct: in 0.1 out 0.1
aws/mistral.ministral-3-8b-instruct: in 0.15 out 0.15
aws/mistral.mistral-7b-instruct-v0:2 aka mistral.mistral-7b-instruct-v0 mistral.mistral-7b-instruct: in 0.15 out 0.2
aws/mistral.mistral-large-2402-v1:0 aka mistral.mistral-large-2402 mistral.mistral-large-2402-v1: in 4 out 12
aws/mistral.mistral-large-3-675b-instruct: in 0.5 out 1.5
aws/mistral.mistral-small-2402-v1:0 aka mistral.mistral-small-2402 mistral.mistral-small-2402-v1: in 1 out 3
aws/mistral.mixtral-8x7b-instruct-v0:1 aka mistral.mixtral-8x7b-instruct-v0 mistral.mixtral-8x7b-instruct: in 0.45 out 0.7
aws/mistral.pixtral-large-2502-v1:0 aka mistral.pixtral-large-2502 mistral.pixtral-large-2502-v1: in 2 out 6
aws/mistral.voxtral-mini-3b-2507: in 0.04 out 0.04
aws/mistral.voxtral-small-24b-2507: in 0.1 out 0.3
aws/moonshotai.kimi-k3: in 3.3 cr 0.33 cw 4.125 out 16.5
aws/moonshotai.kimi-k3.1: in 4.4 cr 0.22 cw 5.5 out 22
aws/nvidia.nemotron-nano-3-30b:0 aka nvidia.nemotron-nano-3-30b: in 0.06 out 0.24
aws/nvidia.nemotron-nano-9b-v2:0 aka nvidia.nemotron-nano-9b-v2 nvidia.nemotron-nano-9b: in 0.06 out 0.23
aws/nvidia.nemotron-super-3-120b:0 aka nvidia.nemotron-super-3-120b: in 0.15 out 0.65
aws/openai.gpt-5.4: in 2.75 cr 0.275 out 16.5
aws/openai.gpt-5.5: in 5.5 cr 0.55 out 33
aws/openai.gpt-5.6-luna aka gpt-5.6-luna: in 1.1 cr 0.11 cw 1.375 out 6.6
  from 2026-07-30: = in 0.22 cr 0.022 cw 0.275 out 1.32
  from 2026-07-30 over 272000: in 0.44 cr 0.044 cw 0.55 out 1.98
aws/openai.gpt-5.6-sol aka gpt-5.6-sol: in 5.5 cr 0.55 cw 6.875 out 33
  over 272000: in 11 cr 1.1 cw 13.75 out 49.5
  from 2026-08-21: = in 4.4 cr 0.44 cw 5.5 out 22
  from 2026-08-21 over 272000: in 8.8 cr 0.88 cw 11 out 33
aws/openai.gpt-5.6-terra aka gpt-5.6-terra: in 2.75 cr 0.275 cw 3.4375 out 16.5
  from 2026-07-30: = in 2.2 cr 0.22 cw 2.75 out 13.2
  from 2026-07-30 over 272000: in 4.4 cr 0.44 cw 5.5 out 19.8
aws/openai.gpt-6-astra aka gpt-6-astra: in 11 cr 1.1 cw 13.75 out 55
  over 272000: in 22 cr 2.2 cw 27.5 out 82.5
aws/openai.gpt-6-luna aka gpt-6-luna: in 0.11 cr 0.011 cw 0.1375 out 0.55
  over 272000: in 0.22 cr 0.022 cw 0.275 out 0.825
aws/openai.gpt-6-sol aka gpt-6-sol: in 2.2 cr 0.22 cw 2.75 out 11
  over 272000: in 4.4 cr 0.44 cw 5.5 out 16.5
aws/openai.gpt-6.1-sol aka gpt-6.1-sol: in 2.2 cr 0.11 cw 2.75 out 11
  over 272000: in 4.4 cr 0.22 cw 5.5 out 16.5
aws/openai.gpt-6.1-terra aka gpt-6.1-terra: in 1.1 cr 0.055 cw 1.375 out 5.5
  over 272000: in 2.2 cr 0.11 cw 2.75 out 8.25
aws/openai.gpt-oss-120b-1:0 aka openai.gpt-oss-120b-1: in 0.15 out 0.6
aws/openai.gpt-oss-20b-1:0 aka openai.gpt-oss-20b-1: in 0.07 out 0.3
aws/qwen.qwen3-32b-v1:0 aka qwen.qwen3-32b qwen.qwen3-32b-v1: in 0.15 out 0.6
aws/qwen.qwen3-coder-30b-a3b-v1:0 aka qwen.qwen3-coder-30b-a3b qwen.qwen3-coder-30b-a3b-v1: in 0.15 out 0.6
aws/qwen.qwen3-coder-480b-a35b-v1:0 aka qwen.qwen3-coder-480b-a35b qwen.qwen3-coder-480b-a35b-v1: in 0.45 out 1.8
aws/qwen.qwen3-vl-235b-a22b-v1:0 aka qwen.qwen3-vl-235b-a22b qwen.qwen3-vl-235b-a22b-v1: in 0.53 out 2.66
aws/writer.palmyra-x4-v1:0 aka writer.palmyra-x4 writer.palmyra-x4-v1: in 2.5 out 10
aws/writer.palmyra-x5-v1:0 aka writer.palmyra-x5 writer.palmyra-x5-v1: in 0.6 out 6
aws/zai.glm-5.3: in 1.848 cr 0.3432 cw 2.31 out 5.808

provider azure via openai anthropic deepseek x-ai moonshotai
azure/ada aka text-embedding-ada text-embedding-ada-002 text-embedding-ada-002-v2: in 0.1
azure/babbage aka babbage-002: in 0.4
azure/curie aka text-curie text-curie-001: in 2
azure/davinci aka davinci-002 text-davinci text-davinci-002: in 2
azure/mai-ds-r1:free: free
azure/o1 aka o1-2024-12-17: in 15 cr 7.5 out 60
azure/o1-mini aka o1-mini-2024-09-12: in 1.1 cr 0.55 out 4.4
azure/o1-preview aka o1-preview-2024-09-12: in 15 cr 7.5 out 60
azure/o3-2025-04-16 aka o3: in 2 cr 0.5 out 8
azure/o3-mini aka o3-mini-2025-01-31: in 1.1 cr 0.55 out 4.4
azure/o4-mini aka o4-mini-2025-04-16: in 1.1 cr 0.275 out 4.4
azure/phi-3-medium-128k-instruct: in 0.17 out 0.68
azure/phi-3-mini-128k-instruct: in 0.13 out 0.52
azure/phi-3.5-mini-128k-instruct: in 0.13 out 0.52
azure/phi-4: in 0.125 out 0.5
azure/phi-4-mini-instruct: in 0.075 out 0.3
azure/phi-4-multimodal-instruct: in 0.08 out 0.32 ain 4
azure/phi-4-reasoning-plus: in 0.125 out 0.5
azure/phi-4-reasoning-plus:free: free
azure/phi-4-reasoning:free: free
azure/text-embedding-3-large: in 0.13
azure/text-embedding-3-small: in 0.02
azure/wizardlm-2-8x22b: in 0.48 out 0.48

provider baseten
baseten/deepseek-ai/DeepSeek-V4-Flash-0731: in 0.13 cr 0.028 out 0.26
baseten/deepseek-ai/DeepSeek-V4-Pro: in 1.74 cr 0.145 out 3.48
baseten/deepseek-ai/DeepSeek-V4-Pro-0813: in 1.32 cr 0.132 out 3.96
baseten/deepseek-ai/DeepSeek-V4.1-Flash aka deepseek-ai/DeepSeek-V4.1-Flash-1017: in 0.3 cr 0.007 out 1.2
baseten/deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast: in 0.6 cr 0.014 out 2.4
baseten/deepseek-ai/DeepSeek-V4.1-Flash-Fast: in 0.6 cr 0.014 out 2.4
baseten/meta-models/muse-spark-open: in 1.25 cr 0.15 out 4.25
baseten/moonshotai/Kimi-K2.6: in 0.95 cr 0.16 out 4
baseten/moonshotai/Kimi-K2.7-Code: in 0.95 cr 0.16 out 4
baseten/moonshotai/Kimi-K3: in 3 cr 0.3 out 15
baseten/nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B: in 0.6 cr 0.12 out 2.4
baseten/nvidia/NVIDIA-Nemotron-3.5-Super-VL-120B-A12B: in 0.2 cr 0.04 out 0.5
baseten/openai/gpt-oss-120b: in 0.1 out 0.5
baseten/reflection/Beam-1.0: in 1.3 cr 0.13 out 4.3
  from 2026-11-02: = in 0.4 cr 0.04 out 1.2
baseten/thinkingmachines/inkling: in 1 cr 0.17 out 4.05
baseten/thinkingmachines/inkling-small: in 0.5 cr 0.1 out 1.2
baseten/zai-org/GLM-4.7: in 0.6 cr 0.12 out 2.2
baseten/zai-org/GLM-5.2: in 1.4 cr 0.14 out 4.4
baseten/zai-org/GLM-5.2-Fast: in 2.1 cr 0.21 out 6.6
baseten/zai-org/GLM-5.3: in 1.4 cr 0.14 out 4.4
baseten/zai-org/GLM-5.3-Fast: in 2.1 cr 0.21 out 6.6
baseten/zai-org/GLM-5.3-Flash: in 0.15 cr 0.03 out 0.5

provider cerebras
cerebras/gemma-4-31b aka cerebras/gemma-4-31b cerebras:gemma-4-31b: in 0.99 out 1.49
cerebras/gpt-oss-120b aka cerebras/gpt-oss-120b cerebras:gpt-oss-120b: in 0.35 out 0.75
cerebras/llama-3.3-70b aka cerebras/llama-3.3-70b cerebras:llama-3.3-70b: in 0.85 out 1.2
cerebras/llama3.1-8b aka cerebras/llama3.1-8b cerebras:llama3.1-8b: in 0.1 out 0.1
cerebras/qwen-3-32b aka cerebras/qwen-3-32b cerebras:qwen-3-32b: in 0.4 out 0.8
cerebras/qwen-3-coder-480b: free
cerebras/qwen-3.8-27b aka cerebras/qwen-3.8-27b cerebras:qwen-3.8-27b: in 0.99 out 1.49
cerebras/zai-glm-4.7 aka cerebras/zai-glm-4.7 cerebras:zai-glm-4.7: in 2.25 out 2.75

provider cloudflare
cloudflare/@cf/ai4bharat/indictrans2-en-indic-1B: in 0.342 out 0.342
cloudflare/@cf/aisingapore/gemma-sea-lion-v4-27b-it: in 0.351 out 0.555
cloudflare/@cf/baai/bge-base-en-v1.5: in 0.067
cloudflare/@cf/baai/bge-large-en-v1.5: in 0.204
cloudflare/@cf/baai/bge-m3: in 0.012
cloudflare/@cf/baai/bge-reranker-base: in 0.003
cloudflare/@cf/baai/bge-small-en-v1.5: in 0.02
cloudflare/@cf/cloudflare/clairic aka clairic: in 0.1
cloudflare/@cf/cloudflare/clef aka clef: in 0.24
cloudflare/@cf/cloudflare/clef-flash aka clef-flash: in 0.09
  from 2026-10-19: = in 0.038
cloudflare/@cf/cloudflare/clef-omni aka clef-omni: in 0.15
cloudflare/@cf/daily-co/phonellm-mini-alpha-2: in 0.06 out 0.24
cloudflare/@cf/deepseek-ai/deepseek-r1-distill-qwen-32b: in 0.497 out 4.881
cloudflare/@cf/deepseek-ai/deepseek-v4-flash-0731: in 0.44 cr 0.014 out 1.32
cloudflare/@cf/deepseek-ai/deepseek-v4-pro-0813: in 1.32 cr 0.044 out 3.96
cloudflare/@cf/deepseek-ai/deepseek-v4.1-flash-1017: in 0.3 cr 0.006 out 1.2
cloudflare/@cf/google/gemma-3-12b-it: in 0.345 out 0.556
cloudflare/@cf/google/gemma-4-26b-a4b-it: in 0.1 out 0.3
cloudflare/@cf/huggingface/distilbert-sst-2-int8: in 0.026
cloudflare/@cf/ibm-granite/granite-4.0-h-micro: in 0.017 out 0.112
cloudflare/@cf/meta/llama-2-7b-chat-fp16: in 0.556 out 6.667
cloudflare/@cf/meta/llama-3-8b-instruct: in 0.282 out 0.827
cloudflare/@cf/meta/llama-3-8b-instruct-awq: in 0.123 out 0.266
cloudflare/@cf/meta/llama-3.1-70b-instruct-fp8-fast: in 0.293 out 2.253
cloudflare/@cf/meta/llama-3.1-8b-instruct: in 0.282 out 0.827
cloudflare/@cf/meta/llama-3.1-8b-instruct-awq: in 0.123 out 0.266
cloudflare/@cf/meta/llama-3.1-8b-instruct-fp8: in 0.152 out 0.287
cloudflare/@cf/meta/llama-3.1-8b-instruct-fp8-fast aka @cf/meta/llama-3.1-8b-instruct-fast: in 0.045 out 0.384
cloudflare/@cf/meta/llama-3.2-11b-vision-instruct: in 0.049 out 0.676
cloudflare/@cf/meta/llama-3.2-1b-instruct: in 0.027 out 0.201
cloudflare/@cf/meta/llama-3.2-3b-instruct: in 0.051 out 0.335
cloudflare/@cf/meta/llama-3.3-70b-instruct-fp8-fast: in 0.293 out 2.253
cloudflare/@cf/meta/llama-4-scout-17b-16e-instruct: in 0.27 out 0.85
cloudflare/@cf/meta/llama-guard-3-8b: in 0.484 out 0.03
cloudflare/@cf/meta/m2m100-1.2b: in 0.342 out 0.342
cloudflare/@cf/mistral/mistral-7b-instruct-v0.1: in 0.11 out 0.19
cloudflare/@cf/mistralai/mistral-small-3.1-24b-instruct: in 0.351 out 0.555
cloudflare/@cf/moondream/moondream3.1-9B-A2B: in 0.3 out 1
cloudflare/@cf/moonshotai/kimi-k2.5: in 0.6 cr 0.1 out 3
cloudflare/@cf/moonshotai/kimi-k2.6: in 0.95 cr 0.16 out 4
cloudflare/@cf/moonshotai/kimi-k2.7-code: in 0.95 cr 0.19 out 4
cloudflare/@cf/nvidia/nemotron-3-120b-a12b: in 0.5 out 1.5
cloudflare/@cf/openai/gpt-oss-120b: in 0.35 out 0.75
cloudflare/@cf/openai/gpt-oss-20b: in 0.2 out 0.3
cloudflare/@cf/pfnet/plamo-embedding-1b: in 0.019
cloudflare/@cf/qwen/qwen2.5-coder-32b-instruct: in 0.66 out 1
cloudflare/@cf/qwen/qwen3-30b-a3b-fp8: in 0.051 out 0.335
cloudflare/@cf/qwen/qwen3-embedding-0.6b: in 0.012
cloudflare/@cf/qwen/qwen3.8-27b: in 0.45 out 3.2
cloudflare/@cf/qwen/qwq-32b: in 0.66 out 1
cloudflare/@cf/zai-org/glm-4.7-flash: in 0.06 out 0.4
cloudflare/@cf/zai-org/glm-5.2: in 1.4 cr 0.26 out 4.4
cloudflare/@cf/zai-org/glm-5.3: in 1.4 cr 0.26 out 4.4
cloudflare/@cf/zai-org/glm-5.3-flash: in 0.15 cr 0.03 out 0.5

provider cohere
cohere/c4ai-aya-expanse-32b aka aya-expanse-32b: in 0.5 out 1.5
cohere/c4ai-aya-expanse-8b aka aya-expanse-8b: in 0.5 out 1.5
cohere/command: in 1 out 2
cohere/command-a: in 2.5 out 10
cohere/command-light: in 0.3 out 0.6
cohere/command-r: in 0.15 out 0.6
cohere/command-r-plus: in 2.5 out 10
cohere/command-r7b: in 0.0375 out 0.15
cohere/embed-v4.0: in 0.12

provider databricks
databricks/databricks-bge-large-en aka system.ai.bge-large-en: in 0.1
databricks/databricks-deepseek-v4-1-flash aka system.ai.deepseek-v4-1-flash: in 0.3 cr 0.03 out 1.2
databricks/databricks-deepseek-v4-flash-0731 aka system.ai.deepseek-v4-flash-0731: in 0.14 cr 0.028 out 0.28
databricks/databricks-deepseek-v4-pro-0813 aka system.ai.deepseek-v4-pro-0813: in 1.32 cr 0.132 out 3.96
databricks/databricks-gemma-3-12b aka system.ai.gemma-3-12b: in 0.15 out 0.5
databricks/databricks-glm-5-2 aka system.ai.glm-5-2: in 1.4 cr 0.26 out 4.4
databricks/databricks-glm-5-3 aka system.ai.glm-5-3: in 1.4 cr 0.26 out 4.4
databricks/databricks-glm-5-3-flash aka system.ai.glm-5-3-flash: in 0.15 cr 0.03 out 0.5
databricks/databricks-gpt-oss-120b aka system.ai.gpt-oss-120b: in 0.15 out 0.6
databricks/databricks-gpt-oss-20b aka system.ai.gpt-oss-20b: in 0.07 out 0.3
databricks/databricks-gte-large-en aka system.ai.gte-large-en: in 0.13
databricks/databricks-inkling aka system.ai.inkling: in 1 cr 0.17 out 4.05
databricks/databricks-kimi-k2-7-code aka system.ai.kimi-k2-7-code: in 0.95 cr 0.19 out 4
databricks/databricks-kimi-k3 aka system.ai.kimi-k3: in 3 cr 0.3 out 15
databricks/databricks-llama-4-maverick aka system.ai.llama-4-maverick: in 0.5 out 1.5
databricks/databricks-meta-llama-3-1-8b-instruct aka system.ai.meta-llama-3-1-8b-instruct: in 0.15 out 0.45
databricks/databricks-meta-llama-3-3-70b-instruct aka system.ai.meta-llama-3-3-70b-instruct: in 0.5 out 1.5
databricks/databricks-qwen3-embedding-0-6b aka system.ai.qwen3-embedding-0-6b: in 0.02
databricks/databricks-qwen3-next-80b-a3b-instruct aka system.ai.qwen3-next-80b-a3b-instruct: in 0.15 out 1.2
databricks/databricks-qwen35-122b-a10b aka system.ai.qwen35-122b-a10b: in 0.22 out 2.2

provider deepseek
deepseek/deepseek-chat aka deepseek-chat-v3-0324: in 0.135 cr 0.035 out 0.55
  hours 00:30-16:30: = in 0.27 cr 0.07 out 1.1
deepseek/deepseek-flash: in 0.15 cr 0.003 out 0.6
  hours 01:00-04:00: = in 0.3 cr 0.006 out 1.2
  hours 06:00-10:00: = in 0.3 cr 0.006 out 1.2
deepseek/deepseek-reasoner aka deepseek-r1 deepseek-r1-0528: in 0.135 cr 0.035 out 0.55
  hours 00:30-16:30: = in 0.55 cr 0.14 out 2.19
deepseek/deepseek-v3.1-terminus: in 0.27 cr 0.13 out 0.95
deepseek/deepseek-v3.2: in 0.2288 out 0.3432
deepseek/deepseek-v3.2-exp: in 0.27 out 0.41
deepseek/deepseek-v4-flash: in 0.14 cr 0.0028 out 0.28
  from 2026-08-17: = in 0.22 cr 0.007 out 0.66
  from 2026-09-10: = in 0.15 cr 0.003 out 0.6
  hours 01:00-04:00: = in 0.3 cr 0.006 out 1.2
  hours 06:00-10:00: = in 0.3 cr 0.006 out 1.2
deepseek/deepseek-v4-pro: in 0.435 cr 0.003625 out 0.87
  from 2026-08-17: = in 0.66 cr 0.022 out 1.98
  hours 01:00-04:00: = in 1.32 cr 0.044 out 3.96
  hours 06:00-10:00: = in 1.32 cr 0.044 out 3.96

provider elevenlabs
elevenlabs/eleven_realtime_v1_max: in 1.8 cr 0.18 out 9 asec 4.8/h
elevenlabs/eleven_realtime_v1_mini: in 0.2 out 6 asec 4.8/h

provider fireworks
fireworks/deepseek-r1-0528 aka accounts/fireworks/models/deepseek-r1-0528: in 3 out 8
fireworks/deepseek-v3-0324 aka accounts/fireworks/models/deepseek-v3-0324: in 0.9 out 0.9
fireworks/deepseek-v3p2 aka accounts/fireworks/models/deepseek-v3p2: in 0.56 cr 0.28 out 1.68
fireworks/deepseek-v4-flash aka accounts/fireworks/models/deepseek-v4-flash accounts/fireworks/models/deepseek-v4-flash-0731: in 0.14 cr 0.028 out 0.28
fireworks/deepseek-v4-pro aka accounts/fireworks/models/deepseek-v4-pro: in 1.74 cr 0.145 out 3.48
fireworks/deepseek-v4p1-flash aka accounts/fireworks/models/deepseek-v4p1-flash: in 0.3 cr 0.006 out 1.2
fireworks/deepseek-v4p1-flash-1017 aka accounts/fireworks/models/deepseek-v4p1-flash-1017: in 0.3 cr 0.006 out 1.2
fireworks/deepseek-v4p1-flash-1017-ultrafast aka accounts/fireworks/routers/deepseek-v4p1-flash-1017-ultrafast: in 2.4 cr 0.048 out 9.6
fireworks/deepseek-v4p1-flash-1017-us aka accounts/fireworks/routers/deepseek-v4p1-flash-1017-us: in 0.45 cr 0.009 out 1.8
fireworks/deepseek-v4p1-flash-us aka accounts/fireworks/routers/deepseek-v4p1-flash-us: in 0.45 cr 0.009 out 1.8
fireworks/ember-1 aka accounts/fireworks/models/ember-1: in 3 cr 0.3 out 15
fireworks/gemma-3-27b-it aka accounts/fireworks/models/gemma-3-27b-it: in 0.1 out 0.1
fireworks/glm-4p7 aka accounts/fireworks/models/glm-4p7: in 0.6 out 2.2
fireworks/glm-5p1 aka accounts/fireworks/models/glm-5p1: in 1.4 cr 0.26 out 4.4
fireworks/glm-5p1-fast aka accounts/fireworks/routers/glm-5p1-fast: in 2.8 cr 0.52 out 8.8
fireworks/glm-5p2 aka accounts/fireworks/models/glm-5p2: in 1.4 cr 0.14 out 4.4
fireworks/glm-5p2-fast aka accounts/fireworks/routers/glm-5p2-fast accounts/fireworks/routers/glm-5p2-fast-us: in 2.1 cr 0.21 out 6.6
fireworks/glm-5p3 aka accounts/fireworks/models/glm-5p3: in 1.4 cr 0.26 out 4.4
fireworks/glm-5p3-fast aka accounts/fireworks/routers/glm-5p3-fast: in 2.1 cr 0.39 out 6.6
fireworks/glm-5p3-flash aka accounts/fireworks/models/glm-5p3-flash: in 0.15 cr 0.03 out 0.5
fireworks/glm-5p3-flash-us aka accounts/fireworks/routers/glm-5p3-flash-us: in 0.225 cr 0.045 out 0.75
fireworks/glm-5p3-us aka accounts/fireworks/routers/glm-5p3-us: in 2.1 cr 0.39 out 6.6
fireworks/gpt-oss-120b aka accounts/fireworks/models/gpt-oss-120b: in 0.15 cr 0.014 out 0.6
  from 2026-10-19: = in 0.15 cr 0.015 out 0.6
fireworks/gpt-oss-20b aka accounts/fireworks/models/gpt-oss-20b: in 0.07 cr 0.035 out 0.3
fireworks/inkling aka accounts/fireworks/models/inkling: in 1 cr 0.17 out 4.05
fireworks/kimi-k2p5 aka accounts/fireworks/models/kimi-k2p5: in 0.6 cr 0.1 out 3
fireworks/kimi-k2p6 aka accounts/fireworks/models/kimi-k2p6: in 0.95 cr 0.16 out 4
fireworks/kimi-k2p6-fast aka accounts/fireworks/routers/kimi-k2p6-fast: in 2 cr 0.3 out 8
fireworks/kimi-k2p7-code aka accounts/fireworks/models/kimi-k2p7-code: in 0.95 cr 0.19 out 4
fireworks/kimi-k2p7-code-fast aka accounts/fireworks/routers/kimi-k2p7-code-fast: in 1.9 cr 0.38 out 8
fireworks/kimi-k3 aka accounts/fireworks/models/kimi-k3: in 3 cr 0.3 out 15
fireworks/kimi-k3-fast aka accounts/fireworks/routers/kimi-k3-fast: in 4.5 cr 0.45 out 22.5
fireworks/kimi-k3-us aka accounts/fireworks/routers/kimi-k3-us: in 3.3 cr 0.33 out 16.5
  from 2026-09-01: = in 4.5 cr 0.45 out 22.5
fireworks/kimi-k3p1-pro aka accounts/fireworks/models/kimi-k3p1-pro: in 2 cr 0.2 out 10
fireworks/llama-v3p1-8b-instruct aka accounts/fireworks/models/llama-v3p1-8b-instruct: in 0.2 out 0.2
fireworks/llama4-maverick-instruct-basic aka accounts/fireworks/models/llama4-maverick-instruct-basic: in 0.22 out 0.88
fireworks/minimax-m2p1 aka accounts/fireworks/models/minimax-m2p1: in 0.3 out 1.2
fireworks/minimax-m2p7 aka accounts/fireworks/models/minimax-m2p7: in 0.3 cr 0.06 out 1.2
fireworks/minimax-m3 aka accounts/fireworks/models/minimax-m3: in 0.3 cr 0.06 out 1.2
fireworks/muse-spark-open aka accounts/fireworks/models/muse-spark-open: in 1.25 cr 0.15 out 4.25
fireworks/nemotron-3-ultra-nvfp4 aka accounts/fireworks/models/nemotron-3-ultra-nvfp4: in 0.6 cr 0.12 out 2.4
fireworks/nemotron-lightning-3p5-30b-a3b aka accounts/fireworks/models/nemotron-lightning-3p5-30b-a3b: in 0.05 cr 0.01 out 0.2
fireworks/qwen2p5-vl-72b-instruct aka accounts/fireworks/models/qwen2p5-vl-72b-instruct: in 0.9 out 0.9
fireworks/qwen3-235b-a22b aka accounts/fireworks/models/qwen3-235b-a22b: in 0.22 out 0.88
fireworks/qwen3p6-plus aka accounts/fireworks/models/qwen3p6-plus: in 0.5 cr 0.1 out 3
fireworks/qwen3p7-plus aka accounts/fireworks/models/qwen3p7-plus: in 0.4 cr 0.08 out 1.6
fireworks/qwen3p8-max aka accounts/fireworks/models/qwen3p8-max: in 2 cr 0.25 out 6
fireworks/ultramarine-1-flash-us aka accounts/fireworks/routers/ultramarine-1-flash-us: in 0.225 cr 0.045 out 0.75
  from 2026-11-03: = in 0.15 cr 0.03 out 0.5

provider github-copilot
github-copilot/claude-fable-5: in 10 cr 1 cw 12.5 out 50
github-copilot/claude-fable-5.1: in 10 cr 0.25 cw 12.5 out 50
github-copilot/claude-haiku-4.5: in 1 cr 0.1 cw 1.25 out 5
github-copilot/claude-haiku-5.5: in 0.1 cr 0.01 cw 0.125 out 0.5
  over 100000: in 0.5 cr 0.05 cw 0.625 out 2.5
github-copilot/claude-opus-4.7: in 5 cr 0.5 cw 6.25 out 25
github-copilot/claude-opus-4.8: in 5 cr 0.5 cw 6.25 out 25
github-copilot/claude-opus-4.8-fast: in 10 cr 1 cw 12.5 out 50
github-copilot/claude-opus-5: in 5 cr 0.5 cw 6.25 out 25
github-copilot/claude-opus-5.5: in 4 cr 0.2 cw 5 out 20
github-copilot/claude-sonnet-4: in 3 cr 0.3 cw 3.75 out 15
github-copilot/claude-sonnet-4.6: in 3 cr 0.3 cw 3.75 out 15
github-copilot/claude-sonnet-5: in 2 cr 0.2 cw 2.5 out 10
github-copilot/claude-sonnet-5.5: in 2 cr 0.1 cw 2.5 out 10
github-copilot/gemini-3.5-flash: in 1.5 cr 0.15 out 9
github-copilot/gemini-3.6-flash: in 0.75 cr 0.075 out 3.75
github-copilot/gemini-3.7-flash: in 0.75 cr 0.075 out 3.75
github-copilot/gemini-3.8-flash: in 0.75 cr 0.075 out 3.75
github-copilot/gemini-4-argon: in 2 cr 0.1 out 10
github-copilot/gpt-3.5-turbo aka gpt-3.5-turbo-0613: free
github-copilot/gpt-4.1 aka gpt-4.1-2025-04-14: free
github-copilot/gpt-4o aka gpt-4o-2024-05-13 gpt-4o-2024-08-06 gpt-4o-2024-11-20 gpt-4-o-preview: free
github-copilot/gpt-4o-mini aka gpt-4o-mini-2024-07-18: free
github-copilot/gpt-5-mini: in 0.25 cr 0.025 out 2
github-copilot/gpt-5.3-codex: in 1.75 cr 0.175 out 14
github-copilot/gpt-5.4: in 2.5 cr 0.25 out 15
  over 272000: in 5 cr 0.5 out 22.5
github-copilot/gpt-5.4-mini: in 0.75 cr 0.075 out 4.5
github-copilot/gpt-5.4-nano: in 0.2 cr 0.02 out 1.25
github-copilot/gpt-5.5: in 5 cr 0.5 out 30
  over 272000: in 10 cr 1 out 45
github-copilot/gpt-5.6-luna: in 0.2 cr 0.02 cw 0.25 out 1.2
  over 200000: in 0.4 cr 0.04 cw 0.5 out 1.8
github-copilot/gpt-5.6-sol: in 4 cr 0.4 cw 5 out 20
  over 272000: in 8 cr 0.8 cw 10 out 30
github-copilot/gpt-5.6-terra: in 2 cr 0.2 cw 2.5 out 12
  over 272000: in 4 cr 0.4 cw 5 out 18
github-copilot/gpt-6-astra: in 10 cr 1 cw 12.5 out 50
  over 272000: in 20 cr 2 cw 25 out 75
github-copilot/gpt-6-luna: in 0.1 cr 0.01 cw 0.125 out 0.5
  over 272000: in 0.2 cr 0.02 cw 0.25 out 0.75
github-copilot/gpt-6-sol: in 2 cr 0.2 cw 2.5 out 10
  over 272000: in 4 cr 0.4 cw 5 out 15
github-copilot/gpt-6.1-sol: in 2 cr 0.1 cw 2.5 out 10
  over 272000: in 4 cr 0.2 cw 5 out 15
github-copilot/gpt-6.1-terra: in 1 cr 0.05 cw 1.25 out 5
  over 272000: in 2 cr 0.1 cw 2.5 out 7.5
github-copilot/grok-4.5: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
github-copilot/grok-4.6: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
github-copilot/grok-4.7: in 2 cr 0.5 out 6
  over 200000: in 4 cr 1 out 12
github-copilot/kimi-k2.7-code: in 0.95 cr 0.19 out 4
github-copilot/kimi-k3: in 3 cr 0.3 out 15
github-copilot/mai-code-1-flash-picker: in 0.75 cr 0.075 out 4.5
github-copilot/mai-code-1.1-flash: in 0.2 cr 0.02 out 1.2

provider google via anthropic
google/claude-3-5-haiku: in 0.8 cr 0.08 cw 1 out 4
google/claude-3-5-sonnet: in 3 cr 0.3 cw 3.75 out 15
google/claude-3-7-sonnet: in 3 cr 0.3 cw 3.75 out 15
google/claude-3-haiku: in 0.25 cr 0.03 cw 0.3 out 1.25
google/claude-3-opus: in 15 cr 1.5 cw 18.75 out 75
google/claude-4-opus aka claude-opus-4 claude-opus-4-0 claude-opus-4-1: in 15 cr 1.5 cw 18.75 out 75
google/claude-4-sonnet aka claude-sonnet-4-0 claude-sonnet-4 anthropic/claude-sonnet-4: in 3 cr 0.3 cw 3.75 out 15
google/claude-fable-5: in 10 cr 1 cw 12.5 cw1h 20 out 50
google/claude-fable-5-1: in 10 cr 0.25 cw 12.5 cw1h 20 out 50
google/claude-fable-5-2: in 8 cr 0.2 cw 10 cw1h 16 out 40 search 10/k
  batch: x0.5
google/claude-haiku-4-5 aka claude-haiku-4.5: in 1 cr 0.1 cw 1.25 cw1h 2 out 5
google/claude-haiku-5-5 aka claude-haiku-5.5 claude-5-5-haiku claude-5.5-haiku: in 0.1 cr 0.01 cw 0.125 cw1h 0.2 out 0.5
  over 100000: in 0.5 cr 0.05 cw 0.625 cw1h 1 out 2.5
google/claude-opus-4-5 aka claude-4-5-opus claude-4.5-opus claude-opus-4.5: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
google/claude-opus-4-6 aka claude-4-6-opus claude-4.6-opus claude-opus-4.6: in 5 cr 0.5 cw 6.25 out 25
  over 200000: in 10 cr 1 cw 12.5 out 37.5
  from 2026-03-13: = in 5 cr 0.5 cw 6.25 cw1h 10 out 25
google/claude-opus-4-7 aka claude-4-7-opus claude-4.7-opus claude-opus-4.7: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
google/claude-opus-4-8 aka claude-4-8-opus claude-4.8-opus claude-opus-4.8: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
google/claude-opus-5 aka claude-5-opus claude-5.0-opus claude-opus-5.0: in 5 cr 0.5 cw 6.25 cw1h 10 out 25
google/claude-opus-5-5 aka claude-5-5-opus claude-5.5-opus claude-opus-5.5: in 4 cr 0.2 cw 5 cw1h 8 out 20
google/claude-sonnet-4-5 aka claude-sonnet-4.5: in 3 cr 0.3 cw 3.75 cw1h 6 out 15
  over 200000: in 6 cr 0.6 cw 7.5 cw1h 12 out 22.5
google/claude-sonnet-4-6 aka claude-sonnet-4.6: in 3 cr 0.3 cw 3.75 cw1h 6 out 15
google/claude-sonnet-5-5 aka claude-sonnet-5.5 claude-5-5-sonnet claude-5.5-sonnet: in 2 cr 0.1 cw 2.5 cw1h 4 out 10
google/gemini-1.0-pro-vision-001: in 0.125 out 0.375
google/gemini-1.5-flash: in 0.075 cr 0.01875 out 0.3
  over 128000: in 0.15 cr 0.0375 out 0.6
google/gemini-1.5-pro: in 1.25 out 5
  over 128000: in 2.5 out 10
google/gemini-2.0-flash aka gemini-2.0-flash-0 gemini-2.0-flash-exp gemini-2.0-flash-thinking gemini-2.0-flash-latest: in 0.1 cr 0.025 out 0.4 ain 0.7 acr 0.175 search 35/k
google/gemini-2.0-flash-lite: in 0.075 out 0.3
google/gemini-2.5-flash aka gemini-2.5-flash-latest: in 0.3 cr 0.03 out 2.5 ain 1 acr 0.1 search 35/k
  batch: in 0.15 out 1.25 ain 0.5
google/gemini-2.5-flash-image aka gemini-2.5-flash-image-preview: in 0.3 out 2.5 iout 30
google/gemini-2.5-flash-lite: in 0.1 cr 0.01 out 0.4 ain 0.3 acr 0.03 search 35/k
  batch: in 0.05 out 0.2 ain 0.15
google/gemini-2.5-flash-lite-preview-tts: in 0.5 out 10
google/gemini-2.5-flash-preview aka gemini-2.5-flash-preview-05-20 gemini-2.5-flash-preview-04-17 gemini-2.5-flash-preview-05-20:thinking gemini-2.5-flash-preview:thinking: in 0.15 out 0.6 search 35/k
google/gemini-2.5-flash-tts aka gemini-2.5-flash-preview-tts: in 0.5 out 10
  batch: x0.5
google/gemini-2.5-pro: in 1.25 cr 0.125 out 10 search 35/k
  over 200000: in 2.5 cr 0.25 out 15
  batch: in 0.625 out 5
  batch over 200000: in 1.25 out 7.5
google/gemini-2.5-pro-tts aka gemini-2.5-pro-preview-tts: in 1 out 20
  batch: x0.5
google/gemini-3-flash-preview: in 0.5 cr 0.05 out 3 ain 1 acr 0.1
  from 2026-01-05: = in 0.5 cr 0.05 out 3 ain 1 acr 0.1 search 14/k
  batch: in 0.25 out 1.5 ain 0.5
google/gemini-3-pro-image-preview aka gemini-3-pro-image: in 2 out 12 iout 120
  from 2026-01-05: = in 2 out 12 iout 120 search 14/k
  batch: x0.5
google/gemini-3-pro-preview aka gemini-3-pro-text-preview: in 2 cr 0.2 out 12
  over 200000: in 4 cr 0.4 out 18
  from 2026-01-05: = in 2 cr 0.2 out 12 search 14/k
  from 2026-01-05 over 200000: in 4 cr 0.4 out 18
google/gemini-3.1-flash-image-preview aka gemini-3.1-flash-image: in 0.5 out 3 iout 60 search 14/k
  batch: x0.5
google/gemini-3.1-flash-lite aka gemini-3.1-flash-lite-preview: in 0.25 cr 0.025 out 1.5 ain 0.5 acr 0.05 search 14/k
  batch: x0.5
google/gemini-3.1-flash-lite-image: in 0.25 out 1.5 iout 30
  batch: x0.5
google/gemini-3.1-flash-live-preview: in 0.75 out 4.5 ain 3 aout 12 iin 1 vin 1 search 14/k
google/gemini-3.1-flash-tts-preview: in 1 out 20
  batch: x0.5
google/gemini-3.1-pro-preview aka gemini-pro-latest: in 2 cr 0.2 out 12 search 14/k
  over 200000: in 4 cr 0.4 out 18
  batch: in 1 out 6
  batch over 200000: in 2 out 9
google/gemini-3.5-flash aka gemini-3.5-flash-preview: in 1.5 cr 0.15 out 9 search 14/k
google/gemini-3.5-flash-lite aka gemini-flash-lite-latest: in 0.3 cr 0.03 out 2.5 search 14/k
  batch: in 0.15 cr 0.02 out 1.25
google/gemini-3.6-flash: in 0.75 cr 0.075 out 3.75 search 14/k
  from 2027-01-01: = in 1.5 cr 0.15 out 7.5 search 14/k
  batch: x0.5
google/gemini-3.7-flash: in 0.75 cr 0.075 out 3.75 search 14/k
  from 2027-01-01: = in 1.5 cr 0.15 out 7.5 search 14/k
google/gemini-3.8-flash aka gemini-flash-latest: in 0.75 cr 0.075 out 3.75 search 14/k
  from 2027-01-01: = in 1.5 cr 0.15 out 7.5 search 14/k
  batch: x0.5
google/gemini-3.8-flash-lite-tts: in 0.5 out 6
  from 2027-01-01: = in 1 out 12
  tier priority: x1.8
  tier flex: x0.5
  batch: x0.5
google/gemini-3.8-flash-tts: in 0.5 out 9
  from 2027-01-01: = in 1 out 18
  tier priority: x1.8
  tier flex: x0.5
  batch: x0.5
google/gemini-3.8-live: in 0.75 out 4.5 ain 3 aout 12 iin 1 vin 1 search 14/k
google/gemini-4-argon aka gemini-4-argon-preview: in 2 cr 0.1 out 10 search 14/k
  from 2026-12-01: = in 4 cr 0.2 out 20 search 14/k
  batch: x0.5
google/gemini-embedding-001: in 0.15
google/gemini-embedding-2 aka gemini-embedding-2-preview: in 0.2 ain 6.5 iin 0.45 vin 12
  batch: x0.5
google/gemini-flash-1.5: in 0.075 cr 0.01875 out 0.3
  over 128000: in 0.15 cr 0.0375 out 0.6
google/gemini-flash-1.5-8b: in 0.0375 cr 0.01 out 0.15
  over 128000: in 0.075 cr 0.02 out 0.3
google/gemini-live-2.5-flash aka gemini-2.5-flash-native-audio-preview gemini-2.5-flash-native-audio-latest: in 0.5 out 2 ain 3 aout 12 iin 3 vin 3
google/gemini-nano-banana-2.1: in 1.5 out 7.5 iout 30 search 14/k
  batch: x0.5
google/gemini-omni-1.1-flash: in 1.5 out 9 vout 17.5
google/gemini-omni-flash-preview: in 1.5 out 9 vout 17.5
google/gemini-pro aka gemini-1.0-pro: in 0.125 out 0.375
google/gemini-pro-1.5: in 1.25 cr 0.3125 out 5
  over 128000: in 2.5 cr 0.625 out 10
google/gemini-robotics-er-2-preview: in 1 cr 0.1 out 5
  from 2027-01-01: = in 2 cr 0.2 out 10
google/gemini-robotics-er-2-streaming-preview: in 1 out 5
  from 2027-01-01: = in 2 out 10
google/gemma-2-27b-it: in 0.65 out 0.65
google/gemma-3: free
google/gemma-3n: free
google/gemma-4-26b-a4b-it: free
google/gemma-4-26b-a4b-it-maas: in 0.15 cr 0.015 out 0.6
google/gemma-4-31b-it: free

provider groq
groq/canopylabs/orpheus-arabic-saudi: char 40/M
groq/canopylabs/orpheus-v1-english: char 22/M
groq/deepseek-r1-distill-llama-70b: in 0.75 out 0.99
groq/gemma-7b-it: in 0.07 out 0.07
groq/gemma2-9b-it aka gemma2-9b: in 0.2 out 0.2
groq/llama-3.1-405b-reasoning: in 0.59 out 0.79
groq/llama-3.1-70b-versatile: in 0.59 out 0.79
groq/llama-3.1-8b-instant: in 0.05 out 0.08
groq/llama-3.2-11b-text-preview: in 0.18 out 0.18
groq/llama-3.2-11b-vision-preview: in 0.18 out 0.18
groq/llama-3.2-1b-preview: in 0.04 out 0.04
groq/llama-3.2-3b-preview: in 0.06 out 0.06
groq/llama-3.2-90b-text-preview: in 0.9 out 0.9
groq/llama-3.2-90b-vision-preview: in 0.9 out 0.9
groq/llama-3.3-70b-specdec: in 0.59 out 0.99
groq/llama-3.3-70b-versatile: in 0.59 out 0.79
groq/llama-guard-3-8b: in 0.2 out 0.2
groq/llama2-70b-4096: in 0.7 out 0.8
groq/llama3-70b-8192: in 0.59 out 0.79
groq/llama3-8b-8192: in 0.05 out 0.08
groq/llama3-groq-70b-8192-tool-use-preview: in 0.89 out 0.89
groq/llama3-groq-8b-8192-tool-use-preview: in 0.19 out 0.19
groq/meta-llama/llama-4-maverick-17b-128e-instruct: in 0.2 out 0.6
groq/meta-llama/llama-4-scout-17b-16e-instruct: in 0.11 out 0.34
groq/meta-llama/llama-guard-4-12b: in 0.2 out 0.2
groq/meta-llama/llama-prompt-guard-2-22m: in 0.03 out 0.03
groq/meta-llama/llama-prompt-guard-2-86m: in 0.04 out 0.04
groq/mistral-saba-24b: in 0.79 out 0.79
groq/mixtral-8x7b-32768: in 0.24 out 0.24
groq/moonshotai/kimi-k2-instruct aka moonshotai/kimi-k2-instruct-0905: in 1 cr 0.5 out 3
groq/openai/gpt-oss-120b: in 0.15 cr 0.075 out 0.6
  batch: in 0.075 cr 0.075 out 0.3
groq/openai/gpt-oss-20b: in 0.075 cr 0.0375 out 0.3
  batch: in 0.0375 cr 0.0375 out 0.15
groq/openai/gpt-oss-safeguard-20b: in 0.075 cr 0.0375 out 0.3
groq/qwen/qwen3-32b: in 0.29 out 0.59
groq/qwen/qwen3.8-27b: in 0.8 out 4
groq/whisper-large-v3: asec 0.111/h
  batch: asec 0.0555/h
groq/whisper-large-v3-turbo: asec 0.04/h
  batch: asec 0.02/h

provider huggingface_cerebras
huggingface_cerebras/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.1 out 0.1
huggingface_cerebras/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.35 out 0.75
huggingface_cerebras/Qwen/Qwen3.8-27B aka qwen/qwen3.8-27b-fast: in 0.99 out 1.49

provider huggingface_fireworks-ai
huggingface_fireworks-ai/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.9 out 0.9
huggingface_fireworks-ai/MiniMaxAI/MiniMax-M3 aka minimaxai/minimax-m3-fast: in 0.3 out 1.2
huggingface_fireworks-ai/moonshotai/Kimi-K3 aka moonshotai/kimi-k3-fast: in 3 out 15
huggingface_fireworks-ai/nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4 aka nvidia/nvidia-nemotron-3-ultra-550b-a55b-nvfp4-fast: in 0.6 out 2.4
huggingface_fireworks-ai/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.15 out 0.6
huggingface_fireworks-ai/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.05 out 0.2

provider huggingface_groq
huggingface_groq/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.59 out 0.79
huggingface_groq/meta-llama/Llama-4-Scout-17B-16E-Instruct aka meta-llama/llama-4-scout-17b-16e-instruct-fast: in 0.11 out 0.34
huggingface_groq/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.15 out 0.75
huggingface_groq/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.1 out 0.5
huggingface_groq/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.29 out 0.59

provider huggingface_hyperbolic
huggingface_hyperbolic/deepseek-ai/DeepSeek-R1 aka deepseek-ai/deepseek-r1-fast: in 2 out 2
huggingface_hyperbolic/deepseek-ai/DeepSeek-R1-0528 aka deepseek-ai/deepseek-r1-0528-fast: in 3 out 3
huggingface_hyperbolic/deepseek-ai/DeepSeek-V3-0324 aka deepseek-ai/deepseek-v3-0324-fast: in 1.25 out 1.25
huggingface_hyperbolic/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.4 out 0.4
huggingface_hyperbolic/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.3 out 0.3
huggingface_hyperbolic/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.1 out 0.1
huggingface_hyperbolic/Qwen/Qwen2.5-VL-72B-Instruct aka qwen/qwen2.5-vl-72b-instruct-fast: in 0.6 out 0.6
huggingface_hyperbolic/Qwen/Qwen2.5-VL-7B-Instruct aka qwen/qwen2.5-vl-7b-instruct-fast: in 0.2 out 0.2
huggingface_hyperbolic/Qwen/Qwen3-235B-A22B-Instruct-2507 aka qwen/qwen3-235b-a22b-instruct-2507-fast: in 2 out 2
huggingface_hyperbolic/Qwen/Qwen3-Coder-480B-A35B-Instruct aka qwen/qwen3-coder-480b-a35b-instruct-fast: in 2 out 2
huggingface_hyperbolic/Qwen/Qwen3-Next-80B-A3B-Instruct aka qwen/qwen3-next-80b-a3b-instruct-fast: in 0.3 out 0.3
huggingface_hyperbolic/Qwen/Qwen3-Next-80B-A3B-Thinking aka qwen/qwen3-next-80b-a3b-thinking-fast: in 0.3 out 0.3

provider huggingface_nebius
huggingface_nebius/deepseek-ai/DeepSeek-R1-0528 aka deepseek-ai/deepseek-r1-0528-fast: in 0.8 out 2.4
huggingface_nebius/deepseek-ai/DeepSeek-V3-0324 aka deepseek-ai/deepseek-v3-0324-fast: in 0.75 out 2.25
huggingface_nebius/google/gemma-2-2b-it aka google/gemma-2-2b-it-fast: in 0.02 out 0.06
huggingface_nebius/google/gemma-2-9b-it aka google/gemma-2-9b-it-fast: in 0.03 out 0.09
huggingface_nebius/google/gemma-3-27b-it aka google/gemma-3-27b-it-fast: in 0.2 out 0.6
huggingface_nebius/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.03 out 0.09
huggingface_nebius/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.25 out 0.75
huggingface_nebius/moonshotai/Kimi-K2-Instruct aka moonshotai/kimi-k2-instruct-fast: in 0.5 out 2.4
huggingface_nebius/moonshotai/Kimi-K2-Thinking aka moonshotai/kimi-k2-thinking-fast: in 0.6 out 2.5
huggingface_nebius/NousResearch/Hermes-4-405B aka nousresearch/hermes-4-405b-fast: in 1 out 3
huggingface_nebius/NousResearch/Hermes-4-70B aka nousresearch/hermes-4-70b-fast: in 0.13 out 0.4
huggingface_nebius/nvidia/Llama-3_1-Nemotron-Ultra-253B-v1 aka nvidia/llama-3_1-nemotron-ultra-253b-v1-fast: in 0.6 out 1.8
huggingface_nebius/nvidia/NVIDIA-Nemotron-Nano-12B-v2 aka nvidia/nvidia-nemotron-nano-12b-v2-fast: in 0.07 out 0.2
huggingface_nebius/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.15 out 0.6
huggingface_nebius/PrimeIntellect/INTELLECT-3-FP8 aka primeintellect/intellect-3-fp8-fast: in 0.2 out 1.1
huggingface_nebius/Qwen/Qwen2.5-Coder-7B aka qwen/qwen2.5-coder-7b-fast: in 0.03 out 0.09
huggingface_nebius/Qwen/Qwen2.5-VL-72B-Instruct aka qwen/qwen2.5-vl-72b-instruct-fast: in 0.25 out 0.75
huggingface_nebius/Qwen/Qwen3-235B-A22B-Instruct-2507 aka qwen/qwen3-235b-a22b-instruct-2507-fast: in 0.2 out 0.6
huggingface_nebius/Qwen/Qwen3-235B-A22B-Thinking-2507 aka qwen/qwen3-235b-a22b-thinking-2507-fast: in 0.2 out 0.8
huggingface_nebius/Qwen/Qwen3-30B-A3B-Instruct-2507 aka qwen/qwen3-30b-a3b-instruct-2507-fast: in 0.1 out 0.3
huggingface_nebius/Qwen/Qwen3-30B-A3B-Thinking-2507 aka qwen/qwen3-30b-a3b-thinking-2507-fast: in 0.1 out 0.3
huggingface_nebius/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.1 out 0.3
huggingface_nebius/Qwen/Qwen3-Coder-30B-A3B-Instruct aka qwen/qwen3-coder-30b-a3b-instruct-fast: in 0.1 out 0.3
huggingface_nebius/Qwen/Qwen3-Coder-480B-A35B-Instruct aka qwen/qwen3-coder-480b-a35b-instruct-fast: in 0.4 out 1.8
huggingface_nebius/zai-org/GLM-4.5 aka zai-org/glm-4.5-fast: in 0.6 out 2.2
huggingface_nebius/zai-org/GLM-4.5-Air aka zai-org/glm-4.5-air-fast: in 0.2 out 1.2

provider huggingface_novita
huggingface_novita/alpindale/WizardLM-2-8x22B aka alpindale/wizardlm-2-8x22b-fast: in 0.62 out 0.62
huggingface_novita/baidu/ERNIE-4.5-21B-A3B-PT aka baidu/ernie-4.5-21b-a3b-pt-fast: in 0.07 out 0.28
huggingface_novita/baidu/ERNIE-4.5-300B-A47B-Base-PT aka baidu/ernie-4.5-300b-a47b-base-pt-fast: in 0.28 out 1.1
huggingface_novita/baidu/ERNIE-4.5-VL-28B-A3B-PT aka baidu/ernie-4.5-vl-28b-a3b-pt-fast: in 0.14 out 0.56
huggingface_novita/baidu/ERNIE-4.5-VL-424B-A47B-Base-PT aka baidu/ernie-4.5-vl-424b-a47b-base-pt-fast: in 0.42 out 1.25
huggingface_novita/deepseek-ai/DeepSeek-Prover-V2-671B aka deepseek-ai/deepseek-prover-v2-671b-fast: in 0.7 out 2.5
huggingface_novita/deepseek-ai/DeepSeek-R1 aka deepseek-ai/deepseek-r1-fast deepseek-ai/deepseek-r1-0528 deepseek-ai/deepseek-r1-0528-fast: in 0.7 out 2.5
huggingface_novita/deepseek-ai/DeepSeek-R1-Distill-Llama-70B aka deepseek-ai/deepseek-r1-distill-llama-70b-fast: in 0.8 out 0.8
huggingface_novita/deepseek-ai/DeepSeek-V3 aka deepseek-ai/deepseek-v3-fast: in 0.4 out 1.3
huggingface_novita/deepseek-ai/DeepSeek-V3-0324 aka deepseek-ai/deepseek-v3-0324-fast: in 0.27 out 1.12
huggingface_novita/deepseek-ai/DeepSeek-V3.1 aka deepseek-ai/deepseek-v3.1-fast deepseek-ai/deepseek-v3.1-terminus deepseek-ai/deepseek-v3.1-terminus-fast: in 0.27 out 1
huggingface_novita/deepseek-ai/DeepSeek-V3.2 aka deepseek-ai/deepseek-v3.2-fast: in 0.269 out 0.4
huggingface_novita/deepseek-ai/DeepSeek-V3.2-Exp aka deepseek-ai/deepseek-v3.2-exp-fast: in 0.27 out 0.41
huggingface_novita/deepseek-ai/DeepSeek-V4-Flash-0731 aka deepseek-ai/deepseek-v4-flash-0731-fast: in 0.44 out 1.32
huggingface_novita/deepseek-ai/DeepSeek-V4-Pro aka deepseek-ai/deepseek-v4-pro-fast: in 1.6 out 3.2
huggingface_novita/deepseek-ai/DeepSeek-V4-Pro-0813 aka deepseek-ai/deepseek-v4-pro-0813-fast: in 1.32 out 3.96
huggingface_novita/deepseek-ai/DeepSeek-V4.1-Flash aka deepseek-ai/deepseek-v4.1-flash-fast deepseek-ai/deepseek-v4.1-flash-1017 deepseek-ai/deepseek-v4.1-flash-1017-fast: in 0.3 out 1.2
huggingface_novita/google/gemma-4-26B-A4B-it aka google/gemma-4-26b-a4b-it-fast: in 0.13 out 0.4
huggingface_novita/google/gemma-4-31B-it aka google/gemma-4-31b-it-fast: in 0.14 out 0.4
huggingface_novita/inclusionAI/Ling-3.0-flash aka inclusionai/ling-3.0-flash-fast: in 0.06 out 0.18
huggingface_novita/inclusionAI/Ling-3.0-flash-Fin aka inclusionai/ling-3.0-flash-fin-fast: in 0.075 out 0.22
huggingface_novita/inclusionAI/Ling-3.0-flash-VL aka inclusionai/ling-3.0-flash-vl-fast: in 0.075 out 0.22
huggingface_novita/inclusionAI/Ling-3.1-flash aka inclusionai/ling-3.1-flash-fast: in 0.3 out 0.9
huggingface_novita/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.02 out 0.05
huggingface_novita/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.135 out 0.4
huggingface_novita/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 aka meta-llama/llama-4-maverick-17b-128e-instruct-fp8-fast: in 0.27 out 0.85
huggingface_novita/meta-llama/Llama-4-Scout-17B-16E-Instruct aka meta-llama/llama-4-scout-17b-16e-instruct-fast: in 0.18 out 0.59
huggingface_novita/meta-llama/Meta-Llama-3-70B-Instruct aka meta-llama/meta-llama-3-70b-instruct-fast: in 0.51 out 0.74
huggingface_novita/meta-llama/Meta-Llama-3-8B-Instruct aka meta-llama/meta-llama-3-8b-instruct-fast: in 0.04 out 0.04
huggingface_novita/MiniMaxAI/MiniMax-M1-80k aka minimaxai/minimax-m1-80k-fast: in 0.55 out 2.2
huggingface_novita/MiniMaxAI/MiniMax-M2 aka minimaxai/minimax-m2-fast minimaxai/minimax-m2.1 minimaxai/minimax-m2.1-fast minimaxai/minimax-m2.5 minimaxai/minimax-m2.5-fast minimaxai/minimax-m2.7 minimaxai/minimax-m2.7-fast: in 0.3 out 1.2
huggingface_novita/MiniMaxAI/MiniMax-M3 aka minimaxai/minimax-m3-fast: in 0.3 out 1.2
huggingface_novita/MiniMaxAI/MiniMax-M3.1-Flash aka minimaxai/minimax-m3.1-flash-fast: in 0.15 out 0.6
huggingface_novita/moonshotai/Kimi-K2-Instruct aka moonshotai/kimi-k2-instruct-fast: in 0.57 out 2.3
huggingface_novita/moonshotai/Kimi-K2-Instruct-0905 aka moonshotai/kimi-k2-instruct-0905-fast: in 0.6 out 2.5
huggingface_novita/moonshotai/Kimi-K2-Thinking aka moonshotai/kimi-k2-thinking-fast: in 0.6 out 2.5
huggingface_novita/moonshotai/Kimi-K2.5 aka moonshotai/kimi-k2.5-fast: in 0.6 out 3
huggingface_novita/moonshotai/Kimi-K2.6 aka moonshotai/kimi-k2.6-fast: in 0.8 out 3.4
huggingface_novita/moonshotai/Kimi-K2.7-Code aka moonshotai/kimi-k2.7-code-fast: in 0.95 out 4
huggingface_novita/NousResearch/Hermes-2-Pro-Llama-3-8B aka nousresearch/hermes-2-pro-llama-3-8b-fast: in 0.14 out 0.14
huggingface_novita/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.05 out 0.25
huggingface_novita/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.04 out 0.15
huggingface_novita/Qwen/Qwen2.5-72B-Instruct aka qwen/qwen2.5-72b-instruct-fast: in 0.38 out 0.4
huggingface_novita/Qwen/Qwen3-235B-A22B aka qwen/qwen3-235b-a22b-fast: in 0.2 out 0.8
huggingface_novita/Qwen/Qwen3-235B-A22B-Instruct-2507 aka qwen/qwen3-235b-a22b-instruct-2507-fast: in 0.09 out 0.58
huggingface_novita/Qwen/Qwen3-235B-A22B-Thinking-2507 aka qwen/qwen3-235b-a22b-thinking-2507-fast: in 0.3 out 3
huggingface_novita/Qwen/Qwen3-30B-A3B aka qwen/qwen3-30b-a3b-fast: in 0.09 out 0.45
huggingface_novita/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.1 out 0.45
huggingface_novita/Qwen/Qwen3-Coder-480B-A35B-Instruct aka qwen/qwen3-coder-480b-a35b-instruct-fast: in 0.3 out 1.3
huggingface_novita/Qwen/Qwen3-Coder-Next aka qwen/qwen3-coder-next-fast: in 0.2 out 1.5
huggingface_novita/Qwen/Qwen3-Next-80B-A3B-Instruct aka qwen/qwen3-next-80b-a3b-instruct-fast: in 0.15 out 1.5
huggingface_novita/Qwen/Qwen3-Next-80B-A3B-Thinking aka qwen/qwen3-next-80b-a3b-thinking-fast: in 0.15 out 1.5
huggingface_novita/Qwen/Qwen3-VL-235B-A22B-Instruct aka qwen/qwen3-vl-235b-a22b-instruct-fast: in 0.3 out 1.5
huggingface_novita/Qwen/Qwen3-VL-235B-A22B-Thinking aka qwen/qwen3-vl-235b-a22b-thinking-fast: in 0.98 out 3.95
huggingface_novita/Qwen/Qwen3-VL-30B-A3B-Instruct aka qwen/qwen3-vl-30b-a3b-instruct-fast: in 0.2 out 0.7
huggingface_novita/Qwen/Qwen3-VL-30B-A3B-Thinking aka qwen/qwen3-vl-30b-a3b-thinking-fast: in 0.2 out 1
huggingface_novita/Qwen/Qwen3-VL-8B-Instruct aka qwen/qwen3-vl-8b-instruct-fast: in 0.08 out 0.5
huggingface_novita/Qwen/Qwen3.5-122B-A10B aka qwen/qwen3.5-122b-a10b-fast: in 0.4 out 3.2
huggingface_novita/Qwen/Qwen3.5-27B aka qwen/qwen3.5-27b-fast: in 0.3 out 2.4
huggingface_novita/Qwen/Qwen3.5-35B-A3B aka qwen/qwen3.5-35b-a3b-fast: in 0.25 out 2
huggingface_novita/Qwen/Qwen3.5-397B-A17B aka qwen/qwen3.5-397b-a17b-fast: in 0.6 out 3.6
huggingface_novita/Qwen/Qwen3.8-2.4T-A95B aka qwen/qwen3.8-2.4t-a95b-fast: in 2 out 6
huggingface_novita/Qwen/Qwen3.8-27B aka qwen/qwen3.8-27b-fast: in 0.42 out 3
huggingface_novita/Sao10K/L3-70B-Euryale-v2.1 aka sao10k/l3-70b-euryale-v2.1-fast: in 1.48 out 1.48
huggingface_novita/Sao10K/L3-8B-Lunaris-v1 aka sao10k/l3-8b-lunaris-v1-fast: in 0.05 out 0.05
huggingface_novita/Sao10K/L3-8B-Stheno-v3.2 aka sao10k/l3-8b-stheno-v3.2-fast: in 0.05 out 0.05
huggingface_novita/tencent/Hy4-preview aka tencent/hy4-preview-fast: in 0.834 out 2.501
huggingface_novita/XiaomiMiMo/MiMo-V2-Flash aka xiaomimimo/mimo-v2-flash-fast: in 0.1 out 0.3
huggingface_novita/XiaomiMiMo/MiMo-V2.5 aka xiaomimimo/mimo-v2.5-fast: in 0.168 out 0.336
huggingface_novita/XiaomiMiMo/MiMo-V2.5-Pro aka xiaomimimo/mimo-v2.5-pro-fast: in 0.522 out 1.044
huggingface_novita/XiaomiMiMo/MiMo-V2.6-Flash-RL aka xiaomimimo/mimo-v2.6-flash-rl-fast: in 0.14 out 0.28
huggingface_novita/XiaomiMiMo/MiMo-V2.6-Pro-RL aka xiaomimimo/mimo-v2.6-pro-rl-fast: in 0.435 out 0.87
huggingface_novita/zai-org/AutoGLM-Phone-9B-Multilingual aka zai-org/autoglm-phone-9b-multilingual-fast: in 0.035 out 0.138
huggingface_novita/zai-org/GLM-4-32B-0414 aka zai-org/glm-4-32b-0414-fast: in 0.55 out 1.66
huggingface_novita/zai-org/GLM-4.5 aka zai-org/glm-4.5-fast: in 0.6 out 2.2
huggingface_novita/zai-org/GLM-4.5-Air aka zai-org/glm-4.5-air-fast: in 0.13 out 0.85
huggingface_novita/zai-org/GLM-4.5V aka zai-org/glm-4.5v-fast: in 0.6 out 1.8
huggingface_novita/zai-org/GLM-4.6 aka zai-org/glm-4.6-fast: in 0.55 out 2.2
huggingface_novita/zai-org/GLM-4.6V-Flash aka zai-org/glm-4.6v-flash-fast: in 0.3 out 0.9
huggingface_novita/zai-org/GLM-4.7 aka zai-org/glm-4.7-fast: in 0.6 out 2.2
huggingface_novita/zai-org/GLM-4.7-Flash aka zai-org/glm-4.7-flash-fast: in 0.07 out 0.4
huggingface_novita/zai-org/GLM-5 aka zai-org/glm-5-fast: in 1 out 3.2
huggingface_novita/zai-org/GLM-5.2 aka zai-org/glm-5.2-fast: in 1.4 out 4.4
huggingface_novita/zai-org/GLM-5.3 aka zai-org/glm-5.3-fast: in 1.4 out 4.4
huggingface_novita/zai-org/GLM-5.3-Flash aka zai-org/glm-5.3-flash-fast: in 0.15 out 0.5

provider huggingface_nscale
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Llama-70B aka deepseek-ai/deepseek-r1-distill-llama-70b-fast: in 0.75 out 0.75
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Llama-8B aka deepseek-ai/deepseek-r1-distill-llama-8b-fast: in 0.05 out 0.05
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B aka deepseek-ai/deepseek-r1-distill-qwen-1.5b-fast: in 0.1 out 0.1
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-14B aka deepseek-ai/deepseek-r1-distill-qwen-14b-fast: in 0.2 out 0.2
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B aka deepseek-ai/deepseek-r1-distill-qwen-32b-fast: in 0.3 out 0.3
huggingface_nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-7B aka deepseek-ai/deepseek-r1-distill-qwen-7b-fast: in 0.15 out 0.15
huggingface_nscale/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.06 out 0.06
huggingface_nscale/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.4 out 0.4
huggingface_nscale/meta-llama/Llama-4-Scout-17B-16E-Instruct aka meta-llama/llama-4-scout-17b-16e-instruct-fast: in 0.09 out 0.29
huggingface_nscale/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.1 out 0.4
huggingface_nscale/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.05 out 0.2
huggingface_nscale/Qwen/Qwen2.5-Coder-32B-Instruct aka qwen/qwen2.5-coder-32b-instruct-fast: in 0.06 out 0.2
huggingface_nscale/Qwen/Qwen2.5-Coder-3B-Instruct aka qwen/qwen2.5-coder-3b-instruct-fast: in 0.01 out 0.03
huggingface_nscale/Qwen/Qwen2.5-Coder-7B-Instruct aka qwen/qwen2.5-coder-7b-instruct-fast: in 0.01 out 0.03
huggingface_nscale/Qwen/Qwen3-14B aka qwen/qwen3-14b-fast: in 0.07 out 0.2
huggingface_nscale/Qwen/Qwen3-235B-A22B aka qwen/qwen3-235b-a22b-fast qwen/qwen3-235b-a22b-instruct-2507 qwen/qwen3-235b-a22b-instruct-2507-fast: in 0.2 out 0.6
huggingface_nscale/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.08 out 0.25
huggingface_nscale/Qwen/Qwen3-4B-Instruct-2507 aka qwen/qwen3-4b-instruct-2507-fast: in 0.01 out 0.03
huggingface_nscale/Qwen/Qwen3-4B-Thinking-2507 aka qwen/qwen3-4b-thinking-2507-fast: in 0.01 out 0.03
huggingface_nscale/Qwen/Qwen3-8B aka qwen/qwen3-8b-fast: in 0.07 out 0.18
huggingface_nscale/Qwen/Qwen3.8-27B aka qwen/qwen3.8-27b-fast: in 0.2 out 2.5
huggingface_nscale/Qwen/Qwen3.8-Flash-Next-FP8 aka qwen/qwen3.8-flash-next-fp8-fast: in 0.15 out 0.47
huggingface_nscale/Qwen/QwQ-32B aka qwen/qwq-32b-fast: in 0.18 out 0.2
huggingface_nscale/zai-org/GLM-5.3 aka zai-org/glm-5.3-fast: in 1.4 out 4.4

provider huggingface_ovhcloud
huggingface_ovhcloud/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.11 out 0.11
huggingface_ovhcloud/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.74 out 0.74
huggingface_ovhcloud/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.09 out 0.47
huggingface_ovhcloud/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.05 out 0.18
huggingface_ovhcloud/Qwen/Qwen2.5-VL-72B-Instruct aka qwen/qwen2.5-vl-72b-instruct-fast: in 1.01 out 1.01
huggingface_ovhcloud/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.09 out 0.25
huggingface_ovhcloud/Qwen/Qwen3-Coder-30B-A3B-Instruct aka qwen/qwen3-coder-30b-a3b-instruct-fast: in 0.07 out 0.26
huggingface_ovhcloud/Qwen/Qwen3.5-397B-A17B aka qwen/qwen3.5-397b-a17b-fast: in 0.71 out 4.25
huggingface_ovhcloud/Qwen/Qwen3.5-9B aka qwen/qwen3.5-9b-fast: in 0.12 out 0.18
huggingface_ovhcloud/Qwen/Qwen3.6-27B aka qwen/qwen3.6-27b-fast: in 0.47 out 3.19
huggingface_ovhcloud/Qwen/Qwen3.8-27B aka qwen/qwen3.8-27b-fast: in 0.47 out 3.19

provider huggingface_publicai
huggingface_publicai/aisingapore/Gemma-SEA-LION-v4-27B-IT aka aisingapore/gemma-sea-lion-v4-27b-it-fast: in 0.2 out 0.4
huggingface_publicai/aisingapore/Nemotron-SEA-LION-v4.8-120B-A12B aka aisingapore/nemotron-sea-lion-v4.8-120b-a12b-fast: in 0.5 out 2
huggingface_publicai/aisingapore/Qwen-SEA-LION-v4-32B-IT aka aisingapore/qwen-sea-lion-v4-32b-it-fast: in 0.25 out 0.5
huggingface_publicai/aisingapore/Qwen-SEA-LION-v4.5-27B-IT aka aisingapore/qwen-sea-lion-v4.5-27b-it-fast: in 0.2 out 0.4
huggingface_publicai/allenai/Olmo-3-7B-Instruct aka allenai/olmo-3-7b-instruct-fast: in 0.1 out 0.2
huggingface_publicai/allenai/Olmo-3.1-32B-Instruct aka allenai/olmo-3.1-32b-instruct-fast: in 0.2 out 0.6
huggingface_publicai/BSC-LT/ALIA-40b-instruct-2606 aka bsc-lt/alia-40b-instruct-2606-fast: in 0.3 out 0.6
huggingface_publicai/dicta-il/DictaLM-3.0-24B-Thinking aka dicta-il/dictalm-3.0-24b-thinking-fast: in 0.2 out 0.4
huggingface_publicai/speakleash/Bielik-11B-v3.0-Instruct aka speakleash/bielik-11b-v3.0-instruct-fast: in 0.4 out 0.4
huggingface_publicai/swiss-ai/Apertus-70B-Instruct-2509 aka swiss-ai/apertus-70b-instruct-2509-fast: in 0.82 out 2.92
huggingface_publicai/swiss-ai/Apertus-8B-Instruct-2509 aka swiss-ai/apertus-8b-instruct-2509-fast: in 0.1 out 0.2
huggingface_publicai/swiss-ai/Apertus-v1.5-70B aka swiss-ai/apertus-v1.5-70b-fast: in 0.82 out 2.92
huggingface_publicai/utter-project/EuroLLM-22B-Instruct-2512 aka utter-project/eurollm-22b-instruct-2512-fast: in 0.1 out 0.2

provider huggingface_sambanova
huggingface_sambanova/deepseek-ai/DeepSeek-R1-0528 aka deepseek-ai/deepseek-r1-0528-fast: in 5 out 7
huggingface_sambanova/deepseek-ai/DeepSeek-R1-Distill-Llama-70B aka deepseek-ai/deepseek-r1-distill-llama-70b-fast: in 0.7 out 1.4
huggingface_sambanova/deepseek-ai/DeepSeek-V3-0324 aka deepseek-ai/deepseek-v3-0324-fast: in 3 out 4.5
huggingface_sambanova/meta-llama/Llama-3.1-8B-Instruct aka meta-llama/llama-3.1-8b-instruct-fast: in 0.1 out 0.2
huggingface_sambanova/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.6 out 1.2
huggingface_sambanova/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.22 out 0.59
huggingface_sambanova/Qwen/Qwen3-32B aka qwen/qwen3-32b-fast: in 0.4 out 0.8
huggingface_sambanova/tokyotech-llm/Llama-3.3-Swallow-70B-Instruct-v0.4 aka tokyotech-llm/llama-3.3-swallow-70b-instruct-v0.4-fast: in 0.6 out 1.2

provider huggingface_together
huggingface_together/deepcogito/cogito-671b-v2.1 aka deepcogito/cogito-671b-v2.1-fast deepcogito/cogito-671b-v2.1-fp8 deepcogito/cogito-671b-v2.1-fp8-fast: in 1.25 out 1.25
huggingface_together/deepseek-ai/DeepSeek-R1 aka deepseek-ai/deepseek-r1-fast deepseek-ai/deepseek-r1-0528 deepseek-ai/deepseek-r1-0528-fast: in 3 out 7
huggingface_together/deepseek-ai/DeepSeek-V3 aka deepseek-ai/deepseek-v3-fast deepseek-ai/deepseek-v3-0324 deepseek-ai/deepseek-v3-0324-fast: in 1.25 out 1.25
huggingface_together/deepseek-ai/DeepSeek-V3.1 aka deepseek-ai/deepseek-v3.1-fast: in 0.6 out 1.7
huggingface_together/deepseek-ai/DeepSeek-V4-Flash-0731 aka deepseek-ai/deepseek-v4-flash-0731-fast: in 0.14 out 0.28
huggingface_together/deepseek-ai/DeepSeek-V4-Pro-0813 aka deepseek-ai/deepseek-v4-pro-0813-fast: in 1.32 out 3.96
huggingface_together/EssentialAI/rnj-1-instruct aka essentialai/rnj-1-instruct-fast: in 0.15 out 0.15
huggingface_together/google/gemma-3n-E4B-it aka google/gemma-3n-e4b-it-fast: in 0.02 out 0.04
huggingface_together/meta-llama/Llama-3.3-70B-Instruct aka meta-llama/llama-3.3-70b-instruct-fast: in 0.88 out 0.88
  from 2026-10-19: = in 1.04 out 1.04
huggingface_together/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 aka meta-llama/llama-4-maverick-17b-128e-instruct-fp8-fast: in 0.27 out 0.85
huggingface_together/meta-models/Muse-Glimmer-30B aka meta-models/muse-glimmer-30b-fast: in 0.35 out 1.5
huggingface_together/MiniMaxAI/MiniMax-M3 aka minimaxai/minimax-m3-fast: in 0.3 out 1.2
huggingface_together/moonshotai/Kimi-K2.5 aka moonshotai/kimi-k2.5-fast: in 0.5 out 2.8
huggingface_together/moonshotai/Kimi-K3 aka moonshotai/kimi-k3-fast: in 3 out 15
huggingface_together/openai/gpt-oss-120b aka openai/gpt-oss-120b-fast: in 0.15 out 0.6
huggingface_together/openai/gpt-oss-20b aka openai/gpt-oss-20b-fast: in 0.05 out 0.2
huggingface_together/prism-ml/Ternary-Bonsai-27B-AWQ-4bit aka prism-ml/ternary-bonsai-27b-awq-4bit-fast: free
huggingface_together/prism-ml/Ternary-Bonsai-27B-gguf aka prism-ml/ternary-bonsai-27b-gguf-fast: free
huggingface_together/Qwen/Qwen2.5-7B-Instruct aka qwen/qwen2.5-7b-instruct-fast: in 0.3 out 0.3
huggingface_together/Qwen/Qwen3-235B-A22B-Instruct-2507 aka qwen/qwen3-235b-a22b-instruct-2507-fast: in 0.2 out 0.6
huggingface_together/Qwen/Qwen3-Coder-480B-A35B-Instruct aka qwen/qwen3-coder-480b-a35b-instruct-fast qwen/qwen3-coder-480b-a35b-instruct-fp8 qwen/qwen3-coder-480b-a35b-instruct-fp8-fast: in 2 out 2
huggingface_together/Qwen/Qwen3-Coder-Next-FP8 aka qwen/qwen3-coder-next-fp8-fast: in 0.5 out 1.2
huggingface_together/Qwen/Qwen3-Next-80B-A3B-Instruct aka qwen/qwen3-next-80b-a3b-instruct-fast: in 0.15 out 1.5
huggingface_together/Qwen/Qwen3-VL-8B-Instruct aka qwen/qwen3-vl-8b-instruct-fast: in 0.18 out 0.68
huggingface_together/Qwen/Qwen3.5-397B-A17B aka qwen/qwen3.5-397b-a17b-fast: in 0.6 out 3.6
huggingface_together/Qwen/Qwen3.5-9B aka qwen/qwen3.5-9b-fast: in 0.1 out 0.15
  from 2026-10-19: = in 0.17 out 0.25
huggingface_together/Qwen/Qwen3.8-2.4T-A95B aka qwen/qwen3.8-2.4t-a95b-fast: in 2 out 6
huggingface_together/ServiceNow-AI/Apriel-1.6-15b-Thinker aka servicenow-ai/apriel-1.6-15b-thinker-fast: free
huggingface_together/thinkingmachines/Inkling aka thinkingmachines/inkling-fast: in 1 out 4.05
huggingface_together/zai-org/GLM-4.5-Air-FP8 aka zai-org/glm-4.5-air-fp8-fast: in 0.2 out 1.1
huggingface_together/zai-org/GLM-4.6 aka zai-org/glm-4.6-fast: in 0.6 out 2.2
huggingface_together/zai-org/GLM-4.7-FP8 aka zai-org/glm-4.7-fp8-fast: in 0.45 out 2
huggingface_together/zai-org/GLM-5 aka zai-org/glm-5-fast: in 1 out 3.2
huggingface_together/zai-org/GLM-5.2 aka zai-org/glm-5.2-fast: in 1.4 out 4.4
huggingface_together/zai-org/GLM-5.3 aka zai-org/glm-5.3-fast: in 1.4 out 4.4
huggingface_together/zai-org/GLM-5.3-Flash aka zai-org/glm-5.3-flash-fast: in 0.15 out 0.5

provider meta
meta/muse-spark-1.1: in 1.25 cr 0.15 out 4.25 search 2.5/k
meta/muse-spark-1.2: in 1.25 cr 0.15 out 4.25 search 2.5/k
meta/muse-spark-1.2-contributor: in 0.1 cr 0.002 out 0.2 search 2.5/k
meta/muse-spark-1.3: in 1.25 cr 0.15 out 4.25 search 2.5/k
meta/muse-spark-1.3-contributor: in 0.1 cr 0.002 out 0.2 search 2.5/k
meta/muse-wonder-1.0: in 4 cr 0.2 out 20 search 2.5/k

provider minimax
minimax/M2-her: in 0.3 out 1.2
minimax/minimax-01: in 0.2 out 1.1
minimax/minimax-m1: in 0.4 out 2.2
minimax/MiniMax-M2 aka MiniMax-M2.1 MiniMax-M2.5: in 0.3 cr 0.03 cw 0.375 out 1.2
minimax/MiniMax-M2.1-highspeed aka M2.1-highspeed: in 0.6 cr 0.03 cw 0.375 out 2.4
minimax/MiniMax-M2.5-highspeed aka M2.5-highspeed: in 0.6 cr 0.03 cw 0.375 out 2.4
minimax/MiniMax-M2.7: in 0.3 cr 0.06 cw 0.375 out 1.2
minimax/MiniMax-M2.7-highspeed aka M2.7-highspeed: in 0.6 cr 0.06 cw 0.375 out 2.4
minimax/minimax-m3: in 0.3 cr 0.06 out 1.2
  over 512000: in 0.6 cr 0.12 out 2.4
minimax/MiniMax-M3.1-Flash: in 0.15 cr 0.015 out 0.6

provider mistral
mistral/codestral aka codestral-latest codestral-2501: in 0.3 out 0.9
  batch: x0.5
mistral/codestral-2508: in 0.3 cr 0.03 out 0.9
  batch: x0.5
mistral/codestral-embed-2505 aka codestral-embed: in 0.15 cr 0.015
mistral/deepseek-v4-1-flash-1017: in 0.3 cr 0.007 out 1.2
mistral/devstral-2512: in 0.4 cr 0.04 out 2
mistral/devstral-small aka devstral-small-2505 devstral-small-2507 devstral-small-latest labs-devstral-small-2512: in 0.1 out 0.3
mistral/devstral-small:free: free
mistral/magistral-medium: in 2 out 5
mistral/magistral-small: in 0.5 out 1.5
mistral/ministral-14b-2512: in 0.2 cr 0.02 out 0.2
  batch: x0.5
mistral/ministral-3b: in 0.04 out 0.04
mistral/ministral-3b-2512: in 0.1 cr 0.01 out 0.1
  batch: x0.5
mistral/ministral-8b aka ministral-8b-2410: in 0.1 out 0.1
mistral/ministral-8b-2512: in 0.15 cr 0.015 out 0.15
  batch: x0.5
mistral/ministral-8b-latest: in 0.1 out 0.1
  from 2025-12-02: = in 0.15 cr 0.015 out 0.15
  batch: x0.5
mistral/mistral-7b aka open-mistral-7b: in 0.25 out 0.25
mistral/mistral-embed aka mistral-embed-2312: in 0.1 out 0.1
  batch: x0.5
mistral/mistral-large aka mistral-large-latest mistral-large-2407 mistral-large-2411: in 2 out 6
mistral/mistral-large-2512: in 0.5 cr 0.05 out 1.5
  batch: x0.5
mistral/mistral-large-4 aka mistral-large-4-0: in 0.68 cr 0.07 out 2.09
  from 2026-10-20: = in 1.36 cr 0.14 out 4.18
  from 2026-10-29: = in 0.7 cr 0.07 out 2.1
  batch: x0.5
mistral/mistral-medium-2312: in 2.7 out 8.1
mistral/mistral-medium-3-1 aka mistral-medium mistral-medium-2505 mistral-medium-2508: in 0.4 cr 0.04 out 2
mistral/mistral-medium-3-5 aka mistral-medium-3.5 mistral-medium-3 mistral-medium-2604: in 1.5 cr 0.15 out 7.5
  batch: x0.5
mistral/mistral-medium-latest: in 0.4 cr 0.04 out 2
  from 2026-06-16: = in 1.5 cr 0.15 out 7.5
  batch: x0.5
mistral/mistral-nemo aka open-mistral-nemo: in 0.15 out 0.15
mistral/mistral-nemo:free: free
mistral/mistral-ocr-2503 aka mistral-ocr-2503-completion: page 1/k
mistral/mistral-ocr-2505 aka mistral-ocr-2505-completion: page 1/k apage 3/k
mistral/mistral-ocr-2512 aka mistral-ocr-2512-completion: page 2/k apage 3/k
  batch: page 1/k apage 1.5/k
mistral/mistral-ocr-4-0 aka mistral-ocr-4-0-completion: page 4/k apage 5/k
mistral/mistral-ocr-4-1 aka mistral-ocr-4 mistral-ocr-4-completion mistral-ocr-4-1-completion: page 4/k apage 5/k
  batch: page 2/k apage 2.5/k
mistral/mistral-ocr-latest aka mistral-ocr-latest-completion: page 1/k
  from 2025-05-22: = page 1/k apage 3/k
  from 2025-12-18: = page 2/k apage 3/k
  from 2026-06-23: = page 4/k apage 5/k
  batch: page 2/k apage 2.5/k
mistral/mistral-saba aka mistral-saba-latest: in 0.2 out 0.6
mistral/mistral-small-24b-instruct-2501: in 0.05 out 0.08
mistral/mistral-small-24b-instruct-2501:free: free
mistral/mistral-small-2603: in 0.15 cr 0.015 out 0.6
  batch: x0.5
mistral/mistral-small-3.1-24b-instruct: in 0.351 out 0.555
mistral/mistral-small-3.2-24b-instruct aka mistral-small-2506: in 0.1 out 0.3
mistral/mistral-small-latest: in 0.1 out 0.3
  from 2026-03-16: = in 0.15 cr 0.015 out 0.6
  batch: x0.5
mistral/mistral-tiny: in 0.25 out 0.25
mistral/mixtral-8x22b-instruct aka open-mixtral-8x22b: in 2 out 6
mistral/mixtral-8x7b aka open-mixtral-8x7b: in 0.7 out 0.7
mistral/pixtral-12b aka pixtral-12b-latest: in 0.15 out 0.15
mistral/pixtral-large aka pixtral-large-latest pixtral-large-2411: in 2 out 6
mistral/voxtral-mini-2602 aka voxtral-mini-latest: asec 0.18/h
  batch: asec 0.09/h
mistral/voxtral-mini-transcribe-3-0: asec 0.21/h
mistral/voxtral-mini-transcribe-realtime-2602: asec 0.36/h
mistral/voxtral-mini-transcribe-realtime-3-0: asec 0.48/h
mistral/voxtral-small-24b-2507 aka voxtral-small-2507 voxtral-small-latest: in 0.1 cr 0.01 out 0.3 asec 0.24/h
  from 2026-08-11: = in 0.1 cr 0.01 out 0.4 asec 0.24/h
  batch: x0.5
mistral/voxtral-small-transcribe-3-0: asec 0.24/h
mistral/zai-glm-5-3: in 1.4 cr 0.14 out 4.4
mistral/zai-glm-5-3-flash: in 0.15 cr 0.03 out 0.5

provider modal
modal/deepseek-ai/DeepSeek-V4.1-Flash: in 0.3 cr 0.03 out 1.2
modal/deepseek-ai/DeepSeek-V4.1-Flash-1017: in 0.25 cr 0.005 out 1
modal/meta-models/Muse-Spark-Open-816B-A42B: in 1.25 cr 0.15 out 4.25
modal/moonshotai/Kimi-K3: in 3 cr 0.3 out 15
modal/moonshotai/Kimi-K3.1-Pro: in 2 cr 0.2 out 10
modal/nvidia/GLM-5.3-Flash-NVFP4: in 0.15 cr 0.03 out 0.5
modal/Qwen/Qwen3.8-2.4T-A95B: in 2 cr 0.25 out 6
modal/Qwen/Qwen3.8-Max-VL-Thinking: in 2 cr 0.25 out 6
modal/thinkingmachines/Inkling-NVFP4: in 1.2 cr 0.27 out 5
modal/zai-org/GLM-5.3: in 1.4 cr 0.26 out 4.4
modal/zai-org/GLM-5.3-Flash: in 0.45 cr 0.09 out 1.5

provider moonshotai
moonshotai/kimi-k2: in 0.57 out 2.3
moonshotai/kimi-k2-0711-preview: in 0.6 cr 0.15 out 2.5
moonshotai/kimi-k2-0905-preview: in 0.6 cr 0.15 out 2.5
moonshotai/kimi-k2-thinking: in 0.6 cr 0.15 out 2.5
moonshotai/kimi-k2-thinking-turbo: in 1.15 cr 0.15 out 8
moonshotai/kimi-k2-turbo-preview aka kimi-k2-turbo: in 1.15 cr 0.15 out 8
moonshotai/kimi-k2.5: in 0.6 cr 0.1 out 3
moonshotai/kimi-k2.6: in 0.95 cr 0.16 out 4
moonshotai/kimi-k2.7-code: in 0.95 cr 0.19 out 4
moonshotai/kimi-k2.7-code-highspeed: in 1.9 cr 0.38 out 8
moonshotai/kimi-k3: in 3 cr 0.3 cw 3 cw1h 6 out 15
moonshotai/kimi-k3.1-pro: in 2 cr 0.2 cw 2 cw1h 4 out 10
moonshotai/kimi-k3.1-pro-highspeed: in 4 cr 0.2 cw 4 cw1h 8 out 20
moonshotai/moonshot-v1-128k aka moonshot-v1-128k-vision-preview: in 2 out 5
moonshotai/moonshot-v1-32k aka moonshot-v1-32k-vision-preview: in 1 out 3
moonshotai/moonshot-v1-8k aka moonshot-v1-8k-vision-preview: in 0.2 out 2

provider novita
novita/baichuan/baichuan-m2-32b: in 0.07 out 0.07
novita/baidu/cobuddy: in 0.28 cr 0.07 out 1.13
novita/baidu/ernie-4.5-21B-a3b: in 0.07 out 0.28
novita/cognitivecomputations/dolphin-mixtral-8x22b: in 0.9 out 0.9
novita/deepseek/deepseek-ocr-2: in 0.03 out 0.03
novita/deepseek/deepseek-r1 aka deepseek/deepseek-r1/community: in 4 out 4
novita/deepseek/deepseek-r1-0528: in 0.7 cr 0.35 out 2.5
novita/deepseek/deepseek-r1-0528-qwen3-8b: in 0.06 out 0.09
novita/deepseek/deepseek-r1-distill-llama-70b: in 0.8 out 0.8
novita/deepseek/deepseek-r1-distill-llama-8b: in 0.04 out 0.04
novita/deepseek/deepseek-r1-distill-qwen-14b: in 0.15 out 0.15
novita/deepseek/deepseek-r1-distill-qwen-32b: in 0.3 out 0.3
novita/deepseek/deepseek-r1-turbo: in 0.7 out 2.5
novita/deepseek/deepseek-v4-flash-0731: in 0.44 cr 0.028 out 1.32
novita/deepseek/deepseek-v4-flash-0731-p: in 0.44 cr 0.0148 out 1.32
novita/deepseek/deepseek-v4-pro: in 1.6 cr 0.135 out 3.2
novita/deepseek/deepseek-v4-pro-0813 aka deepseek/deepseek-v4-pro-0813-p: in 1.32 cr 0.044 out 3.96
novita/deepseek/deepseek-v4.1-flash aka deepseek/deepseek-v4.1-flash-dst deepseek/deepseek-v4.1-flash-p deepseek/deepseek-v4.1-flash-1017: in 0.3 cr 0.006 out 1.2
novita/deepseek/deepseek_v3: in 0.89 out 0.89
novita/google/gemma-2-9b-it: in 0.08 out 0.08
novita/google/gemma-3-12b-it: in 0.05 out 0.1
novita/google/gemma-3-27b-it: in 0.119 out 0.2
novita/google/gemma-4-26b-a4b-it: in 0.13 out 0.4
novita/google/gemma-4-31b-it: in 0.14 out 0.4
novita/gryphe/mythomax-l2-13b: in 0.09 out 0.09
novita/inclusionai/ling-3.0-flash: in 0.06 cr 0.012 out 0.18
novita/inclusionai/ling-3.0-flash-fin: in 0.075 cr 0.015 out 0.22
novita/inclusionai/ling-3.0-flash-sante: in 0.075 cr 0.015 out 0.22
novita/inclusionai/ling-3.0-flash-vl: in 0.075 cr 0.015 out 0.22
novita/inclusionai/ling-3.1-flash: in 0.3 cr 0.06 out 0.9
novita/jondurbin/airoboros-l2-70b: in 0.5 out 0.5
novita/meta-llama/llama-3-70b-instruct: in 0.51 out 0.74
novita/meta-llama/llama-3-8b-instruct: in 0.04 out 0.04
novita/meta-llama/llama-3.1-70b-instruct: in 0.34 out 0.39
novita/meta-llama/llama-3.1-8b-instruct aka meta-llama/llama-3.1-8b-instruct-max: in 0.05 out 0.05
  from 2026-10-18: = in 0.02 out 0.05
novita/meta-llama/llama-3.1-8b-instruct-bf16: in 0.06 out 0.06
novita/meta-llama/llama-3.2-11b-vision-instruct: in 0.06 out 0.06
novita/meta-llama/llama-3.2-1b-instruct: in 0.02 out 0.02
novita/meta-llama/llama-3.2-3b-instruct: in 0.03 out 0.05
novita/meta-llama/llama-3.3-70b-instruct: in 0.39 out 0.39
  from 2026-10-18: = in 0.135 out 0.4
novita/meta-llama/llama-4-maverick-17b-128e-instruct-fp8: in 0.27 out 0.85
novita/meta-llama/llama-4-scout-17b-16e-instruct: in 0.18 out 0.59
novita/microsoft/wizardlm-2-8x22b: in 0.62 out 0.62
novita/mindai/macaron-v1-tall: in 0.2475 cr 0.044 out 1.43
novita/mindai/macaron-v1-venti: in 0.825 cr 0.165 out 2.475
novita/ming-image-0.1-design aka ming-image-0.1-design-layer: in 1 out 1
novita/minimax/minimax-m2.5: in 0.3 cr 0.03 out 1.2
novita/minimax/minimax-m2.7: in 0.3 cr 0.06 out 1.2
novita/minimax/minimax-m2.7-highspeed: in 0.6 cr 0.06 out 2.4
novita/minimax/minimax-m3: in 0.3 cr 0.06 out 1.2
  over 524288: in 0.6 cr 0.12 out 2.4
novita/minimax/minimax-m3.1-flash: in 0.15 cr 0.015 out 0.6
novita/minimaxai/minimax-m1-80k: in 0.55 out 2.2
novita/mistralai/mistral-7b-instruct: in 0.059 out 0.059
novita/mistralai/mistral-nemo: in 0.17 out 0.17
novita/moonshotai/kimi-k2-0905: in 0.6 out 2.5
novita/moonshotai/kimi-k2-instruct: in 0.57 out 2.3
novita/moonshotai/kimi-k2-thinking: in 0.6 cr 0.15 out 2.5
novita/moonshotai/kimi-k2.5: in 0.6 cr 0.1 out 3
novita/moonshotai/kimi-k2.6: in 0.8 cr 0.16 out 3.4
novita/moonshotai/kimi-k2.7-code: in 0.95 cr 0.19 out 4
novita/moonshotai/kimi-k3 aka moonshotai/kimi-k3-p: in 3 cr 0.3 out 15
novita/moonshotai/kimi-k3.1-pro: in 2 cr 0.2 out 10
novita/moonshotai/kimi-k3.1-pro-highspeed: in 4 cr 0.2 out 20
novita/nousresearch/hermes-2-pro-llama-3-8b: in 0.14 out 0.14
novita/nousresearch/nous-hermes-llama2-13b: in 0.17 out 0.17
novita/nvidia/nemotron-3-nano-30b-a3b: in 0.05 out 0.2
novita/openai/gpt-oss-120b: in 0.05 out 0.25
novita/openchat/openchat-7b: in 0.06 out 0.06
novita/paddlepaddle/paddleocr-vl: in 0.02 out 0.02
novita/qwen/qwen-2-7b-instruct: in 0.054 out 0.054
novita/qwen/qwen-2-vl-72b-instruct: in 0.45 out 0.45
novita/qwen/qwen-2.5-72b-instruct: in 0.38 out 0.4
novita/qwen/qwen-mt-plus: in 0.25 out 0.75
novita/qwen/qwen3-omni-30b-a3b-thinking: in 0.25 out 0.97
novita/qwen/qwen3-vl-30b-a3b-instruct: in 0.2 out 0.7
novita/qwen/qwen3.5-122b-a10b: in 0.4 out 3.2
novita/qwen/qwen3.5-27b: in 0.3 out 2.4
novita/qwen/qwen3.5-35b-a3b: in 0.25 out 2
novita/qwen/qwen3.5-397b-a17b: in 0.6 out 3.6
novita/qwen/qwen3.6-27b: in 0.6 out 3.6
novita/qwen/qwen3.6-35b-a3b: in 0.248 out 1.485
novita/qwen/qwen3.7-max: in 1.25 cr 0.25 out 3.75
novita/qwen/qwen3.8-2.4t-a95b: in 2 cr 0.25 out 6
novita/qwen/qwen3.8-27b: in 0.42 cr 0.085 out 3
novita/qwen/qwen3.8-flash: in 0.15 cr 0.016 out 0.47
novita/qwen/qwen3.8-max: in 2 cr 0.25 out 6
novita/sao10k/l3-70b-euryale-v2.1: in 1.48 out 1.48
novita/sao10k/l3-8b-lunaris: in 0.05 out 0.05
novita/Sao10K/L3-8B-Stheno-v3.2: in 0.05 out 0.05
novita/sao10k/l31-70b-euryale-v2.2: in 1.48 out 1.48
novita/sophosympatheia/midnight-rose-70b: in 0.8 out 0.8
novita/stepfun/step-3.7-flash: in 0.2 cr 0.04 out 1.15
novita/stepfun/step-5-preview: in 1 cr 0.1 out 2.7
novita/teknium/openhermes-2.5-mistral-7b: in 0.17 out 0.17
novita/tencent/hy3: in 0.14 cr 0.035 out 0.58
novita/tencent/hy4: in 0.417 cr 0.021 out 1.2505
novita/tencent/hy4-preview: in 0.834 cr 0.042 out 2.501
novita/xiaomimimo/mimo-v2.5: in 0.168 cr 0.0034 out 0.336
novita/xiaomimimo/mimo-v2.5-pro: in 0.522 cr 0.0043 out 1.044
novita/xiaomimimo/mimo-v2.6-flash: in 0.14 cr 0.0028 out 0.28
novita/xiaomimimo/mimo-v2.6-pro: in 0.435 cr 0.0036 out 0.87
novita/zai-org/autoglm-phone-9b-multilingual: in 0.035 out 0.138
novita/zai-org/glm-4.5-air: in 0.13 cr 0.025 out 0.85
novita/zai-org/glm-4.5v: in 0.6 cr 0.11 out 1.8
novita/zai-org/glm-4.6: in 0.55 cr 0.11 out 2.2
novita/zai-org/glm-4.6v: in 0.3 cr 0.055 out 0.9
novita/zai-org/glm-4.7 aka zai-org/glm-4.7-h: in 0.6 cr 0.11 out 2.2
novita/zai-org/glm-4.7-flash: in 0.07 cr 0.01 out 0.4
novita/zai-org/glm-5: in 1 cr 0.2 out 3.2
novita/zai-org/glm-5.1: in 1.38 cr 0.26 out 4.4
novita/zai-org/glm-5.2: in 1.4 cr 0.26 out 4.4
novita/zai-org/glm-5.3 aka zai-org/glm-5.3-p: in 1.4 cr 0.26 out 4.4
novita/zai-org/glm-5.3-flash: in 0.15 cr 0.03 out 0.5
novita/zai-org/glm-5.3-flashX: in 0.37 cr 0.075 out 1.25

provider openai
openai/ada aka text-ada-001: in 0.4 out 0.4
openai/babbage: in 0.5 out 0.5
openai/babbage-002: in 0.4 out 0.4
openai/chatgpt-4o-latest: in 5 out 15
openai/chatgpt-image-latest: in 5 cr 1.25 out 10 iin 8 iout 32 icr 2
openai/codex-mini aka codex-mini-latest: in 1.5 cr 0.375 out 6
openai/computer-use: in 3 out 12
openai/curie aka text-curie-001: in 2 out 2
openai/davinci aka text-davinci-001: in 20 out 20
openai/davinci-002: in 2 out 2
openai/ft:gpt-3.5-turbo- aka ft:gpt-3.5-turbo: in 3 out 6
  batch: x0.5
openai/ft:gpt-4o: in 3.75 out 15
openai/ft:gpt-4o-mini: in 0.3 out 1.2
  batch: x0.5
openai/gpt-3.5-0301 aka gpt-3.5-turbo-0301: in 1.5 out 2
openai/gpt-3.5-turbo aka gpt-35-turbo gpt-3.5-turbo-0125: in 0.5 out 1.5
  batch: x0.5
openai/gpt-3.5-turbo-0613: in 1.5 out 2
openai/gpt-3.5-turbo-1106: in 1 out 2
openai/gpt-3.5-turbo-16k aka gpt-3.5-turbo-16k-0613 gpt-35-turbo-16k-0613 gpt-35-turbo-16k: in 3 out 4
openai/gpt-3.5-turbo-instruct aka gpt-3.5-turbo-instruct-0914: in 1.5 out 2
openai/gpt-4 aka gpt-4-0314 gpt-4-0613 ft:gpt-4-0: in 30 out 60
  batch: x0.5
openai/gpt-4-32k aka gpt-4-32k-0314 gpt-4-32k-0613: in 60 out 120
openai/gpt-4-turbo aka gpt-4-turbo-2024-04-09 gpt-4-turbo-0125-preview gpt-4-0125-preview gpt-4-1106-preview gpt-4-turbo-preview: in 10 out 30
  batch: x0.5
openai/gpt-4-vision-preview aka gpt-4-1106-vision-preview: in 10 out 30
openai/gpt-4.1 aka gpt-4.1-2025-04-14: in 2 cr 0.5 out 8 search 10/k files 2.5/k
  batch: in 1 out 4
  tier fast priority: x1.75
openai/gpt-4.1-mini aka gpt-4.1-mini-2025-04-14: in 0.4 cr 0.1 out 1.6 search 10/k files 2.5/k
  batch: in 0.2 out 0.8
  tier fast priority: x1.75
openai/gpt-4.1-nano aka gpt-4.1-nano-2025-04-14: in 0.1 cr 0.025 out 0.4
  batch: in 0.05 out 0.2
  tier fast priority: x2
openai/gpt-4.5-preview: in 75 cr 37.5 out 150
openai/gpt-4o aka gpt-4o-2024-08-06 gpt-4o-2024-11-20: in 2.5 cr 1.25 out 10 search 10/k files 2.5/k
  batch: in 1.25 out 5
  tier fast priority: x1.7
openai/gpt-4o-2024-05-13: in 5 out 15 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x1.75
openai/gpt-4o-audio-preview: in 2.5 out 10
openai/gpt-4o-mini aka gpt-4o-mini-2024-07-18 gpt-4o-mini-search-preview gpt-4o-mini-search-preview-2025-03-11: in 0.15 cr 0.075 out 0.6 search 10/k files 2.5/k
  batch: in 0.075 out 0.3
  tier fast priority: in 0.25 cr 0.125 out 1
openai/gpt-4o-mini-2024-07-18.ft- aka gpt-4o-mini-2024-07-18.ft: in 0.3 out 1.2
  batch: x0.5
openai/gpt-4o-mini-audio-preview aka gpt-4o-mini-audio: in 0.15 out 0.6
openai/gpt-4o-mini-realtime-preview aka gpt-4o-mini-realtime: in 0.6 cr 0.3 out 2.4 ain 10 aout 20 acr 0.3
openai/gpt-4o-mini-transcribe: in 1.25 out 5 ain 3
openai/gpt-4o-mini-tts: in 0.6 out 12
openai/gpt-4o-realtime-preview aka gpt-4o-realtime: in 5 cr 2.5 out 20 ain 40 aout 80 acr 2.5
openai/gpt-4o-search-preview aka gpt-4o-search-preview-2025-03-11: in 2.5 out 10
openai/gpt-4o-transcribe aka gpt-4o-transcribe-diarize: in 2.5 out 10 ain 6
openai/gpt-4o:extended: in 6 out 18
openai/gpt-5 aka gpt-5-2025-08-07 gpt-5-chat gpt-5-chat-latest gpt-5-codex: in 1.25 cr 0.125 out 10 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5-image: in 10 cr 1.25 out 10
openai/gpt-5-image-mini: in 2.5 cr 0.25 out 2
openai/gpt-5-mini aka gpt-5-mini-2025-08-07: in 0.25 cr 0.025 out 2 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x1.8
  tier flex: x0.5
openai/gpt-5-nano: in 0.05 cr 0.005 out 0.4 search 10/k files 2.5/k
  batch: x0.5
  tier flex: x0.5
openai/gpt-5-pro aka gpt-5-pro-2025-10-06: in 15 out 120 search 10/k files 2.5/k
  batch: x0.5
openai/gpt-5-search-api: in 1.25 cr 0.125 out 10
openai/gpt-5.1 aka gpt-5.1-2025-11-13 gpt-5.1-codex gpt-5.1-codex-max gpt-5.1-chat gpt-5.1-chat-latest gpt-5-1 gpt-5-1-2025-11-13 gpt-5-1-codex gpt-5-1-codex-max gpt-5-1-chat gpt-5-1-chat-latest: in 1.25 cr 0.125 out 10 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5.1-codex-mini aka gpt-5.1-mini gpt-5-1-codex-mini gpt-5-1-mini: in 0.25 cr 0.025 out 2
openai/gpt-5.2 aka gpt-5.2-2025-12-11 gpt-5-2 gpt-5-2-2025-12-11 gpt-5.2-chat gpt-5.2-chat-latest gpt-5-2-chat gpt-5-2-chat-latest gpt-5.2-codex gpt-5-2-codex: in 1.75 cr 0.175 out 14 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5.2-pro aka gpt-5.2-pro-2025-12-11 gpt-5-2-pro-2025-12-11: in 21 out 168 search 10/k files 2.5/k
  batch: x0.5
openai/gpt-5.3 aka gpt-5-3 gpt-5.3-chat gpt-5.3-chat-latest gpt-5-3-chat gpt-5-3-chat-latest: in 1.75 cr 0.175 out 14
openai/gpt-5.3-codex aka gpt-5-3-codex: in 1.75 cr 0.175 out 14
  tier fast priority: x2
openai/gpt-5.4 aka gpt-5.4-2026-03-05 gpt-5-4 gpt-5-4-2026-03-05: in 2.5 cr 0.25 out 15 search 10/k files 2.5/k
  over 272000: in 5 cr 0.5 out 22.5
  batch: in 1.25 cr 0.13 out 7.5
  batch over 272000: in 2.5 cr 0.25 out 11.25
  tier fast priority: in 5 cr 0.5 out 30
  tier flex: in 1.25 cr 0.13 out 7.5
  tier flex over 272000: in 2.5 cr 0.25 out 11.25
openai/gpt-5.4-image-2: in 8 cr 2 out 15
openai/gpt-5.4-mini aka gpt-5.4-mini-2026-03-17 gpt-5-4-mini gpt-5-4-mini-2026-03-17: in 0.75 cr 0.075 out 4.5 search 10/k files 2.5/k
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5.4-nano aka gpt-5.4-nano-2026-03-17 gpt-5-4-nano gpt-5-4-nano-2026-03-17: in 0.2 cr 0.02 out 1.25 search 10/k files 2.5/k
  batch: x0.5
  tier flex: x0.5
openai/gpt-5.4-pro aka gpt-5.4-pro-2026-03-05 gpt-5-4-pro gpt-5-4-pro-2026-03-05: in 30 out 180 search 10/k files 2.5/k
  over 272000: in 60 out 270
  batch: x0.5
  tier flex: x0.5
openai/gpt-5.5 aka gpt-5.5-2026-04-23 gpt-5.5-2026-04-24 gpt-5-5 gpt-5-5-2026-04-23 gpt-5-5-2026-04-24 gpt-5.5-chat gpt-5.5-chat-latest gpt-5-5-chat gpt-5-5-chat-latest gpt-5.5-codex gpt-5-5-codex: in 5 cr 0.5 out 30 search 10/k files 2.5/k
  over 272000: in 10 cr 1 out 45
  batch: x0.5
  tier fast priority: in 12.5 cr 1.25 out 75
  tier flex: x0.5
openai/gpt-5.5-cyber: in 12.5 out 75
  from 2026-10-19: = in 12.5 cr 1.25 out 75
openai/gpt-5.5-pro aka gpt-5.5-pro-2026-04-23 gpt-5-5-pro gpt-5-5-pro-2026-04-23: in 30 out 180 search 10/k files 2.5/k
  over 272000: in 60 out 270
  batch: in 15 out 90
  tier flex: in 15 out 90
openai/gpt-5.6-cyber: in 12.5 cr 1.25 cw 15.625 out 75
openai/gpt-5.6-luna aka gpt-5-6-luna: in 1 cr 0.1 cw 1.25 out 6 search 10/k files 2.5/k
  over 272000: in 2 cr 0.2 cw 2.5 out 9
  from 2026-07-30: = in 0.2 cr 0.02 cw 0.25 out 1.2 search 10/k files 2.5/k
  from 2026-07-30 over 272000: in 0.4 cr 0.04 cw 0.5 out 1.8
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5.6-sol aka gpt-5-6-sol gpt-5.6 gpt-5-6: in 5 cr 0.5 cw 6.25 out 30 search 10/k files 2.5/k
  over 272000: in 10 cr 1 cw 12.5 out 45
  from 2026-08-21: = in 4 cr 0.4 cw 5 out 20 search 10/k files 2.5/k
  from 2026-08-21 over 272000: in 8 cr 0.8 cw 10 out 30
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-5.6-terra aka gpt-5-6-terra: in 2.5 cr 0.25 cw 3.125 out 15 search 10/k files 2.5/k
  over 272000: in 5 cr 0.5 cw 6.25 out 22.5
  from 2026-07-30: = in 2 cr 0.2 cw 2.5 out 12 search 10/k files 2.5/k
  from 2026-07-30 over 272000: in 4 cr 0.4 cw 5 out 18
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-6-astra: in 10 cr 1 cw 12.5 out 50 search 10/k files 2.5/k
  over 272000: in 20 cr 2 cw 25 out 75
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-6-cyber: in 20 cr 2 cw 25 out 100
openai/gpt-6-luna: in 0.1 cr 0.01 cw 0.125 out 0.5 search 10/k files 2.5/k
  over 272000: in 0.2 cr 0.02 cw 0.25 out 0.75
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-6-rosalind: in 15 cr 1.5 cw 18.75 out 75
  over 272000: in 30 cr 3 cw 37.5 out 112.5
openai/gpt-6-sol: in 2 cr 0.2 cw 2.5 out 10 search 10/k files 2.5/k
  over 272000: in 4 cr 0.4 cw 5 out 15
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-6.1-sol: in 2 cr 0.1 cw 2.5 out 10 search 10/k files 2.5/k
  over 272000: in 4 cr 0.2 cw 5 out 15
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-6.1-terra: in 1 cr 0.05 cw 1.25 out 5 search 10/k files 2.5/k
  over 272000: in 2 cr 0.1 cw 2.5 out 7.5
  batch: x0.5
  tier fast priority: x2
  tier flex: x0.5
openai/gpt-audio aka gpt-audio-2025-08-28 gpt-audio-1.5: in 2.5 out 10 ain 32 aout 64
openai/gpt-audio-mini aka gpt-audio-mini-2025-10-06 gpt-audio-mini-2025-12-15: in 0.6 out 2.4 ain 10 aout 20
openai/gpt-chat-latest aka chat-latest: in 5 cr 0.5 out 30
openai/gpt-image-1: in 5 cr 1.25 out 40 iin 10 icr 2.5
  batch: in 2.5 cr 0.63 out 20 iin 5 icr 1.25
openai/gpt-image-1-mini: in 2 cr 0.2 out 8 iin 2.5 icr 0.25
  batch: in 1 cr 0.1 out 4 iin 1.25 icr 0.13
openai/gpt-image-1.5 aka gpt-image-1.5-2025-12-16: in 5 cr 1.25 out 10 iin 8 iout 32 icr 2
  batch: in 2.5 cr 0.63 out 5 iin 4 iout 16 icr 1
openai/gpt-image-2 aka gpt-image-2-2026-04-21: in 5 cr 1.25 out 30 iin 8 icr 2
  batch: x0.5
openai/gpt-image-2.5-flare aka gpt-image-2.5-flare-2026-09-08: in 5 cr 1.25 out 30 iin 8 icr 2
  batch: x0.5
openai/gpt-image-2.5-sunburst aka gpt-image-2.5-sunburst-2026-09-08: in 5 cr 1.25 out 30 iin 8 icr 2
  batch: x0.5
openai/gpt-live-1: asec 3/h
openai/gpt-live-transcribe: asec 1.02/h
openai/gpt-oss-120b: in 0.039 out 0.18
openai/gpt-oss-20b: in 0.029 out 0.14
openai/gpt-oss-safeguard-20b: in 0.075 cr 0.037 out 0.3
openai/gpt-realtime aka gpt-realtime-2025-08-28 gpt-realtime-1.5: in 4 cr 0.4 out 16 ain 32 aout 64 acr 0.4 iin 5 icr 0.5
openai/gpt-realtime-2 aka gpt-realtime-2.1: in 4 cr 0.4 out 24 ain 32 aout 64 acr 0.4 iin 5 icr 0.5
openai/gpt-realtime-mini aka gpt-realtime-2.1-mini gpt-realtime-mini-2025-12-15 gpt-realtime-mini-2025-10-06: in 0.6 cr 0.06 out 2.4 ain 10 aout 20 acr 0.3 iin 0.8 icr 0.08
openai/gpt-realtime-translate: asec 2.04/h
openai/gpt-realtime-whisper: asec 1.02/h
openai/gpt-rosalind-discovery: in 5 cr 0.5 out 25
openai/gpt-rosalind-research: in 5 cr 0.5 out 25
openai/gpt-transcribe: asec 0.27/h
openai/moderation: free
openai/o1 aka o1-2024-12-17: in 15 cr 7.5 out 60
  batch: in 7.5 out 30
openai/o1-mini aka o1-mini-2024-09-12: in 1.1 cr 0.55 out 4.4
openai/o1-preview aka o1-preview-2024-09-12: in 15 cr 7.5 out 60
openai/o1-pro aka o1-pro-2025-03-19: in 150 out 600
  batch: x0.5
openai/o3 aka o3-2025-04-16: in 10 cr 0.5 out 40 search 10/k files 2.5/k
  from 2025-06-10: = in 2 cr 0.5 out 8 search 10/k files 2.5/k
  batch: in 1 out 4
  tier fast priority: x1.75
  tier flex: x0.5
openai/o3-deep-research aka o3-deep-research-2025-06-26: in 10 cr 2.5 out 40 search 10/k files 2.5/k
openai/o3-mini aka o3-mini-2025-01-31 o3-mini-high: in 1.1 cr 0.55 out 4.4
  batch: in 0.55 out 2.2
openai/o3-pro aka o3-pro-2025-06-10: in 20 out 80
  batch: x0.5
openai/o4-mini aka o4-mini-2025-04-16 o4-mini-high: in 1.1 cr 0.275 out 4.4 search 10/k files 2.5/k
  batch: in 0.55 out 2.2
  tier fast priority: in 2 cr 0.5 out 8
  tier flex: in 0.55 cr 0.138 out 2.2
openai/o4-mini-deep-research aka o4-mini-deep-research-2025-06-26: in 2 cr 0.5 out 8 search 10/k files 2.5/k
openai/text-davinci-002: in 20 out 20
openai/text-davinci-003: in 20 out 20
openai/text-embedding-3-large: in 0.13
openai/text-embedding-3-small: in 0.02
openai/text-embedding-ada-002 aka text-embedding-ada text-embedding-ada-002-v2: in 0.1
openai/tts-1: char 15/M
openai/tts-1-hd: char 30/M
openai/whisper-1: asec 0.36/h

provider ovhcloud
ovhcloud/bge-base-en-v1.5: in 0.01
ovhcloud/bge-m3: in 0.01
ovhcloud/bge-multilingual-gemma2: in 0.01
ovhcloud/DeepSeek-R1-Distill-Llama-70B: in 0.74 out 0.74
ovhcloud/gpt-oss-120b: in 0.09 out 0.47
ovhcloud/gpt-oss-20b: in 0.05 out 0.18
ovhcloud/Llama-3.1-8B-Instruct: in 0.11 out 0.11
ovhcloud/Meta-Llama-3_3-70B-Instruct: in 0.74 out 0.74
ovhcloud/Mistral-7B-Instruct-v0.3: in 0.11 out 0.11
ovhcloud/Mistral-Nemo-Instruct-2407: in 0.14 out 0.14
ovhcloud/Mistral-Small-3.2-24B-Instruct-2506: in 0.1 out 0.31
ovhcloud/Mixtral-8x7B-Instruct-v0.1: in 0.7 out 0.7
ovhcloud/Qwen2.5-VL-72B-Instruct: in 1.01 out 1.01
ovhcloud/Qwen3-32B: in 0.09 out 0.25
ovhcloud/Qwen3-Coder-30B-A3B-Instruct: in 0.07 out 0.26
ovhcloud/Qwen3-Embedding-8B: in 0.12
ovhcloud/Qwen3.5-397B-A17B: in 0.71 out 4.25
ovhcloud/Qwen3.5-9B: in 0.12 out 0.18
ovhcloud/Qwen3.6-27B: in 0.47 out 3.19
ovhcloud/Qwen3.8-27B: in 0.47 out 3.19

provider perplexity
perplexity/llama-3.1-sonar-large-128k-online: in 1 out 1
perplexity/llama-3.1-sonar-small-128k-online: in 0.2 out 0.2
perplexity/perplexity/deepseek-v4-pro-0813: in 1.32 cr 0.044 out 3.96
perplexity/perplexity/glm-5.3: in 1.4 cr 0.26 out 4.4
perplexity/perplexity/glm-5.3-flash: in 0.15 cr 0.03 out 0.5
perplexity/perplexity/kimi-k3: in 3 cr 0.3 out 15
perplexity/perplexity/nemotron-3.5-super-120b-a12b: in 0.2 cr 0.04 out 0.5
perplexity/perplexity/sonar: in 0.25 cr 0.0625 out 2.5 search 2.5/k
  attr:search_type fast: search 1/k
perplexity/pplx-decider-flash-v1.2 aka pplx-decider-flash-latest perplexity/pplx-decider-flash-latest: in 0.01
perplexity/pplx-decider-v1-27b: in 0.02
perplexity/pplx-decider-v1.1-27b: in 0.02
perplexity/pplx-decider-v1.2 aka pplx-decider-latest perplexity/pplx-decider-latest: in 0.02
perplexity/pplx-embed-context-v1-0.6b: in 0.008
perplexity/pplx-embed-context-v1-4b: in 0.05
perplexity/pplx-embed-v1-0.6b: in 0.004
perplexity/pplx-embed-v1-4b: in 0.03
perplexity/r1-1776: in 2 out 8
perplexity/sonar: in 1 out 1 req 12/k
perplexity/sonar-deep-research: in 2 out 8 think 3 cite 2 search 5/k
perplexity/sonar-pro: in 3 out 15 req 14/k
perplexity/sonar-pro-search: in 3 out 15
perplexity/sonar-reasoning: in 1 out 5 req 12/k
perplexity/sonar-reasoning-pro: in 2 out 8 req 14/k

provider together
together/allenai/OLMo-7B aka allenai/OLMo-7B-Instruct allenai/OLMo-7B-Twin-2T: in 0.2 out 0.2
together/Austism/chronos-hermes-13b: in 0.3 out 0.3
together/codellama/CodeLlama-13b-Instruct-hf: in 0.225 out 0.225
together/codellama/CodeLlama-34b-Instruct-hf: in 0.776 out 0.776
together/codellama/CodeLlama-70b-Instruct-hf: in 0.9 out 0.9
together/codellama/CodeLlama-7b-Instruct-hf: in 0.2 out 0.2
together/deepseek-ai/deepseek-coder-33b-instruct: in 0.8 out 0.8
together/deepseek-ai/DeepSeek-V4-Pro-0813: in 1.32 cr 0.13 out 3.96
together/deepseek-ai/DeepSeek-V4.1-Flash aka deepseek-ai/DeepSeek-V4.1-Flash-1017: in 0.3 cr 0.006 out 1.2
together/garage-bAInd/Platypus2-70B-instruct: in 0.9 out 0.9
together/google/gemma-2b aka google/gemma-2b-it: in 0.1 out 0.1
together/google/gemma-7b aka google/gemma-7b-it: in 0.2 out 0.2
together/Gryphe/MythoMax-L2-13b: in 0.3 out 0.3
together/lmsys/vicuna-13b-v1.5: in 0.3 out 0.3
together/lmsys/vicuna-7b-v1.5: in 0.2 out 0.2
together/meta-llama/Llama-2-13b-chat-hf: in 0.225 out 0.225
together/meta-llama/Llama-2-70b-chat-hf: in 0.9 out 0.9
together/meta-llama/Llama-2-7b-chat-hf: in 0.2 out 0.2
together/meta-llama/Llama-3-70b-chat-hf: in 0.9 out 0.9
together/meta-llama/Llama-3-8b-chat-hf: in 0.2 out 0.2
together/meta-llama/Llama-3.3-70B-Instruct-Turbo: in 0.88 out 0.88
together/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8: in 0.27 out 0.85
together/meta-llama/Llama-4-Scout-17B-16E-Instruct: in 0.18 out 0.59
together/meta-llama/Meta-Llama-3-70B-Instruct-Lite: in 0.54 out 0.54
together/meta-llama/Meta-Llama-3-70B-Instruct-Turbo: in 0.88 out 0.88
together/meta-llama/Meta-Llama-3-8B-Instruct-Lite: in 0.1 out 0.1
together/meta-llama/Meta-Llama-3-8B-Instruct-Turbo: in 0.18 out 0.18
together/meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo: in 3.5 out 3.5
together/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo: in 0.88 out 0.88
together/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo: in 0.18 out 0.18
together/meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo: in 0.88 out 0.88
together/meta-models/Muse-Glimmer-30B: in 0.35 cr 0.04 out 1.5
together/meta-models/Muse-Spark-Open-816B-A42B: in 1.25 cr 0.15 out 4.25
together/microsoft/phi-2: in 0.1 out 0.1
together/microsoft/WizardLM-2-8x22B: in 1.2 out 1.2
together/MiniMaxAI/MiniMax-M3: in 0.3 cr 0.06 out 1.2
together/MiniMaxAI/MiniMax-M3.1-Flash: in 0.15 cr 0.015 out 0.6
together/mistralai/Mistral-7B-Instruct-v0.1: in 0.2 out 0.2
together/mistralai/Mistral-7B-Instruct-v0.2: in 0.2 out 0.2
together/mistralai/Mistral-7B-v0.1: in 0.2 out 0.2
together/mistralai/Mixtral-8x22B-Instruct-v0.1: in 2.4 out 2.4
together/mistralai/Mixtral-8x7B-Instruct-v0.1: in 0.9 out 0.9
together/mistralai/Mixtral-8x7B-v0.1: in 0.9 out 0.9
together/moonshotai/Kimi-K3: in 3 cr 0.3 out 15
together/moonshotai/Kimi-K3.1-Pro: in 2 cr 0.2 out 10
together/Nexusflow/NexusRaven-V2-13B: in 0.3 out 0.3
together/NousResearch/Nous-Capybara-7B-V1p9: in 0.2 out 0.2
together/NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO: in 0.9 out 0.9
together/NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT: in 0.9 out 0.9
together/NousResearch/Nous-Hermes-2-Yi-34B: in 0.8 out 0.8
together/NousResearch/Nous-Hermes-llama-2-7b: in 0.2 out 0.2
together/NousResearch/Nous-Hermes-Llama2-13b: in 0.225 out 0.225
together/nvidia/NVIDIA-Nemotron-3.5-Super-VL: in 0.15 cr 0.02 out 0.5
together/Open-Orca/Mistral-7B-OpenOrca: in 0.2 out 0.2
together/openai/gpt-oss-120b: in 0.15 out 0.6
together/openchat/openchat-3.5-1210: in 0.2 out 0.2
together/Qwen/Qwen1.5-0.5B aka Qwen/Qwen1.5-0.5B-Chat: in 0.1 out 0.1
together/Qwen/Qwen1.5-1.8B aka Qwen/Qwen1.5-1.8B-Chat: in 0.1 out 0.1
together/Qwen/Qwen1.5-14B aka Qwen/Qwen1.5-14B-Chat: in 0.3 out 0.3
together/Qwen/Qwen1.5-4B aka Qwen/Qwen1.5-4B-Chat: in 0.1 out 0.1
together/Qwen/Qwen1.5-72B: in 0.9 out 0.9
together/Qwen/Qwen1.5-7B aka Qwen/Qwen1.5-7B-Chat: in 0.2 out 0.2
together/Qwen/Qwen3.5-9B: in 0.17 out 0.25
together/Qwen/Qwen3.6-Plus: in 0.5 out 3
together/Qwen/Qwen3.7-Max: in 2.5 cr 0.5 out 7.5
together/Qwen/Qwen3.7-Plus: in 0.32 out 1.28
together/Qwen/Qwen3.8-2.4T-A95B: in 2 cr 0.5 out 6
together/Qwen/Qwen3.8-Flash: in 0.15 out 0.47
together/reflection/Beam-1.0-501B-A23B: in 0.4 cr 0.04 out 1.2
together/ricursive-ai/Ripple-65B-Preview: in 0.2 out 0.6
together/snorkelai/Snorkel-Mistral-PairRM-DPO: in 0.2 out 0.2
together/teknium/OpenHermes-2-Mistral-7B: in 0.2 out 0.2
together/teknium/OpenHermes-2p5-Mistral-7B: in 0.2 out 0.2
together/thinkingmachines/Inkling: in 1 cr 0.17 out 4.05
together/together/Tev1-4B-experimental: in 0.04
  from 2026-10-19: = in 0.042
together/togethercomputer/alpaca-7b: in 0.2 out 0.2
together/togethercomputer/GPT-JT-Moderation-6B: in 0.2 out 0.2
together/togethercomputer/Llama-2-7B-32K-Instruct: in 0.2 out 0.2
together/togethercomputer/RedPajama-INCITE-7B-Base: in 0.2 out 0.2
together/togethercomputer/RedPajama-INCITE-7B-Chat: in 0.2 out 0.2
together/togethercomputer/RedPajama-INCITE-7B-Instruct: in 0.2 out 0.2
together/togethercomputer/RedPajama-INCITE-Base-3B-v1: in 0.1 out 0.1
together/togethercomputer/RedPajama-INCITE-Chat-3B-v1: in 0.1 out 0.1
together/togethercomputer/RedPajama-INCITE-Instruct-3B-v1: in 0.1 out 0.1
together/togethercomputer/StripedHyena-Hessian-7B: in 0.2 out 0.2
together/togethercomputer/StripedHyena-Nous-7B: in 0.2 out 0.2
together/Undi95/ReMM-SLERP-L2-13B: in 0.3 out 0.3
together/Undi95/Toppy-M-7B: in 0.2 out 0.2
together/upstage/SOLAR-10.7B-Instruct-v1.0: in 0.3 out 0.3
together/WizardLM/WizardLM-13B-V1.2: in 0.3 out 0.3
together/zai-org/GLM-5.2: in 1.4 cr 0.26 out 4.4
together/zai-org/GLM-5.3: in 1.4 cr 0.26 out 4.4
together/zai-org/GLM-5.3-Flash: in 0.15 cr 0.03 out 0.5
together/zero-one-ai/Yi-34B: in 0.8 out 0.8
together/zero-one-ai/Yi-6B: in 0.2 out 0.2

provider voyageai
voyageai/voyage-01: in 0.1
voyageai/voyage-02: in 0.1
voyageai/voyage-2: in 0.1
voyageai/voyage-3: in 0.06
voyageai/voyage-3-large: in 0.18
voyageai/voyage-3-lite: in 0.02
voyageai/voyage-3.5: in 0.06
voyageai/voyage-3.5-lite: in 0.02
voyageai/voyage-4: in 0.06
voyageai/voyage-4-large: in 0.12
voyageai/voyage-4-lite: in 0.02
voyageai/voyage-code-2: in 0.12
voyageai/voyage-code-3: in 0.18
voyageai/voyage-code-4: in 0.12
voyageai/voyage-context-3: in 0.18
voyageai/voyage-context-4: in 0.12
voyageai/voyage-finance-2: in 0.12
voyageai/voyage-large-2: in 0.12
voyageai/voyage-large-2-instruct: in 0.12
voyageai/voyage-law-2: in 0.12
voyageai/voyage-lite-01: in 0.1
voyageai/voyage-lite-01-instruct: in 0.1
voyageai/voyage-lite-02-instruct: in 0.1
voyageai/voyage-multilingual-2: in 0.12

provider x-ai
x-ai/grok-2-1212 aka grok-2 grok-2-latest: in 2 out 10
x-ai/grok-2-vision-1212 aka grok-2-vision grok-2-vision-latest: in 2 out 10
x-ai/grok-3 aka grok-3-latest grok-3-beta: in 3 cr 0.75 out 15
x-ai/grok-3-fast aka grok-3-fast-latest grok-3-fast-beta: in 5 cr 1.25 out 25
x-ai/grok-3-mini aka grok-3-mini-beta grok-3-mini-latest: in 0.3 cr 0.075 out 0.5
x-ai/grok-3-mini-fast aka grok-3-mini-fast-beta grok-3-mini-fast-latest: in 0.6 cr 0.15 out 4
x-ai/grok-4-0709 aka grok-4 grok-4-latest: in 3 cr 0.75 out 15
x-ai/grok-4-1-fast-non-reasoning aka grok-4-1-fast-non-reasoning-latest: in 0.2 cr 0.05 out 0.5
x-ai/grok-4-1-fast-reasoning aka grok-4-1-fast grok-4-1-fast-reasoning-latest: in 0.2 cr 0.05 out 0.5
x-ai/grok-4-fast-non-reasoning aka grok-4-fast-non-reasoning-latest: in 0.2 cr 0.05 out 0.5
x-ai/grok-4-fast-reasoning aka grok-4-fast grok-4-fast-reasoning-latest: in 0.2 cr 0.05 out 0.5
x-ai/grok-4.20 aka grok-4.20-0309-reasoning grok-4.20-0309-non-reasoning: in 2 cr 0.2 out 6
  over 199999: in 4 cr 0.4 out 12
  from 2026-04-30: = in 1.25 cr 0.2 out 2.5
  from 2026-04-30 over 199999: in 2.5 cr 0.4 out 5
  batch: x0.8
x-ai/grok-4.20-multi-agent-0309 aka grok-4.20-multi-agent grok-4.20-multi-agent-beta-0309 grok-4.20-multi-agent-latest grok-4.20-multi-agent-beta-latest: in 2 cr 0.2 out 6
  over 199999: in 4 cr 0.4 out 12
  from 2026-04-30: = in 1.25 cr 0.2 out 2.5
  from 2026-04-30 over 199999: in 2.5 cr 0.4 out 5
  batch: x0.8
x-ai/grok-4.3 aka x-ai/grok-4.3 grok-4.3-latest: in 1.25 cr 0.2 out 2.5
  over 199999: in 2.5 cr 0.4 out 5
  batch: x0.8
x-ai/grok-4.5 aka x-ai/grok-4.5 grok-4.5-latest grok-latest: in 2 cr 0.3 out 6
  over 199999: in 4 cr 0.6 out 12
x-ai/grok-4.6 aka x-ai/grok-4.6 grok-4.6-latest: in 2 cr 0.5 out 6
  over 199999: in 4 cr 1 out 12
x-ai/grok-4.7 aka x-ai/grok-4.7 grok-4.7-latest: in 2 cr 0.5 out 6
  over 199999: in 4 cr 1 out 12
x-ai/grok-build-0.1: in 1 cr 0.2 out 2
  over 199999: in 2 cr 0.4 out 4
x-ai/grok-code-fast-1 aka grok-code-fast grok-code-fast-1-0825: in 0.2 cr 0.02 out 1.5
x-ai/grok-voice-latest aka grok-voice-3.0: asec 3/h msg 4/k
  from 2026-08-05: = asec 4.8/h msg 4/k
x-ai/grok-voice-think-fast-1.0: asec 3/h msg 4/k
x-ai/grok-voice-think-fast-2.0: asec 4.8/h msg 4/k

provider zai
zai/GLM-4-32B-0414-128K: in 0.1 out 0.1
zai/GLM-4.5: in 0.6 cr 0.11 out 2.2
zai/GLM-4.5-Air: in 0.2 cr 0.03 out 1.1
zai/GLM-4.5-AirX: in 1.1 cr 0.22 out 4.5
zai/GLM-4.5-X: in 2.2 cr 0.45 out 8.9
zai/GLM-4.5V: in 0.6 cr 0.11 out 1.8
zai/GLM-4.6: in 0.6 cr 0.11 out 2.2
zai/GLM-4.6V: in 0.3 cr 0.05 out 0.9
zai/GLM-4.6V-FlashX: in 0.04 cr 0.004 out 0.4
zai/GLM-4.7: in 0.6 cr 0.11 out 2.2
zai/GLM-4.7-FlashX: in 0.07 cr 0.01 out 0.4
zai/GLM-5: in 1 cr 0.2 out 3.2
zai/GLM-5.1: in 1.4 cr 0.26 out 4.4
zai/GLM-5.2: in 1.4 cr 0.26 out 4.4
zai/GLM-5.3: in 1.4 cr 0.26 out 4.4
zai/GLM-5.3-Flash: in 0.075 cr 0.015 out 0.25
  from 2026-09-10: = in 0.15 cr 0.03 out 0.5
zai/GLM-5.3-FlashX aka GLM-5.3-FlashX-Legal: in 0.37 cr 0.075 out 1.25
zai/GLM-OCR: in 0.03 out 0.03

provider zhipuai
zhipuai/GLM-4-Air: in 0.069 cr 0.034 out 0.069
zhipuai/GLM-4-AirX: in 1.379 out 1.379
zhipuai/GLM-4-Assistant: in 0.69 out 0.69
zhipuai/GLM-4-FlashX-250414: in 0.014 cr 0.007 out 0.014
zhipuai/GLM-4-Long: in 0.138 cr 0.069 out 0.138
zhipuai/GLM-4-Plus: in 0.69 cr 0.345 out 0.69
zhipuai/GLM-4.5-Air: in 0.11 cr 0.022 out 0.276
zhipuai/GLM-4.7: in 0.276 cr 0.055 out 1.103
zhipuai/GLM-4.7-FlashX: in 0.069 cr 0.014 out 0.414
zhipuai/GLM-5: in 0.552 cr 0.138 out 2.483
zhipuai/GLM-5-Turbo: in 0.69 cr 0.166 out 3.034
zhipuai/GLM-5.1 aka GLM-5.1-20260406: in 0.828 cr 0.179 out 3.31
zhipuai/GLM-5.2: in 1.103 cr 0.276 out 3.862
zhipuai/GLM-5.3: in 1.103 cr 0.276 out 3.862
zhipuai/GLM-5.3-Flash: in 0.055 cr 0.016 out 0.193
  from 2026-09-10: = in 0.11 cr 0.032 out 0.386
"""#
}
