// swift-format-ignore-file
extension PriceBook {
    /// What people found when they looked: who is who, and where the sources are wrong or silent. Edited by hand.
    static let reviewed: StaticString = #"""
prices 1
asof 2026-11-23
source reviewed by hand against litellm 1.109.1 (MIT) and model-prices 0.0.5 (MIT)

# Chinese public holidays, in Beijing's dates, as far as they are announced.
calendar cn 2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07

# ---- Who is who: how telemetry spells each provider. The names OpenTelemetry lists come first.
provider alibaba is alibaba_cloud dashscope qwen aliyun tongyi host dashscope.aliyuncs.com dashscope-intl.aliyuncs.com home qwen qwq qvq
provider anthropic is claude anthropic.messages host api.anthropic.com home
provider aws is aws.bedrock aws_bedrock amazon_bedrock amazon-bedrock bedrock bedrock_converse bedrock-runtime bedrock_mantle amazon aws.sagemaker host amazonaws.com home amazon.
provider azure is azure.ai.openai azure.ai.inference az.ai.openai az.ai.inference azure_openai azure-openai azure_ai azure-ai azureai azure_ai_foundry azure_ai_inference azure.openai host openai.azure.com services.ai.azure.com cognitiveservices.azure.com models.ai.azure.com prefer response
provider baseten is base_ten host baseten.co
provider cerebras is cerebras_ai host api.cerebras.ai
provider cloudflare is cloudflare_workers_ai workers_ai workers-ai cloudflare-workers-ai host api.cloudflare.com
provider cohere is cohere_chat cohere_ai host api.cohere.com api.cohere.ai home
provider databricks is databricks_model_serving mosaic host databricks.com azuredatabricks.net
provider deepseek is deep_seek deepseek_ai deepseek-ai host api.deepseek.com home clock end
provider elevenlabs is eleven_labs host api.elevenlabs.io
provider fireworks is fireworks_ai fireworks-ai fireworksai host api.fireworks.ai
provider github-copilot is github_copilot copilot host githubcopilot.com
provider google is gcp.gemini gcp.gen_ai gcp.vertex_ai gcp vertex_ai vertex-ai vertexai vertex gemini google_genai google-genai google_generativeai google_ai_studio google_vertexai google-vertex google-gla google-vertex-ai google_vertex_ai generativelanguage host generativelanguage.googleapis.com aiplatform.googleapis.com home gemini gemma learnlm imagen veo text-embedding-0
provider groq is groqcloud groq_cloud host api.groq.com
provider huggingface is hugging_face huggingface_hub hf hf-inference host router.huggingface.co api-inference.huggingface.co
provider meta is meta_llama meta-llama llama_api meta_ai host api.llama.com home
provider minimax is mini_max minimax_ai minimaxai host api.minimax.io api.minimaxi.com home
provider mistral is mistral_ai mistralai mistral-ai codestral host api.mistral.ai codestral.mistral.ai home mistral ministral magistral codestral devstral pixtral voxtral mixtral open-mi
provider modal host modal.run
provider moonshotai is moonshot_ai moonshot kimi moonshot-ai host api.moonshot.ai api.moonshot.cn home
provider novita is novita_ai novita-ai host api.novita.ai
provider openai is openai.responses openai_responses openai.chat openai-responses openai_chat openai-chat text-completion-openai chatgpt host api.openai.com home
provider ovhcloud is ovh ovh_cloud ovhcloud_ai host ai.cloud.ovh.net
provider perplexity is perplexity_ai perplexity-ai pplx host api.perplexity.ai home sonar pplx r1-1776
provider together is together_ai together-ai togetherai host api.together.xyz api.together.ai
provider voyageai is voyage_ai voyage voyage-ai host api.voyageai.com home
provider x-ai is x_ai xai x.ai grok host api.x.ai home
provider zai is z_ai z-ai z.ai zhipu_z host api.z.ai home
provider zhipuai is zhipu zhipu_ai bigmodel host open.bigmodel.cn

# It runs here, so no provider bills for it.
provider local is ollama ollama_chat vllm llama.cpp llama_cpp llamacpp lmstudio lm_studio lm-studio localai local_ai gpt4all mlx llamafile text-generation-inference tgi lemonade hosted_vllm free

# They pass calls on; the model's name says to whom.
provider litellm is litellm_proxy litellm-proxy portkey helicone langchain langgraph llama_index llamaindex crewai autogen haystack pydantic_ai pydantic-ai strands-agents strands semantic_kernel vercel vercel_ai_gateway vercel-ai-gateway cloudflare_ai_gateway ai-gateway kong traceloop _other gateway

# OpenRouter sells these makers' models at the makers' own prices; what it sells otherwise it reports itself.
provider openrouter is open_router open-router via openai anthropic google x-ai zai perplexity meta moonshotai host openrouter.ai
openrouter/openai/gpt-4o:extended: in 6 out 18
openrouter/openai/gpt-oss-120b: unpriced
openrouter/openai/gpt-oss-20b: unpriced
openrouter/moonshotai/kimi-k2.5: unpriced
openrouter/google/gemini-pro: unpriced
openrouter/perplexity/pplx-decider-v1-27b: unpriced
openrouter/google/gemma-2-27b-it: unpriced
openrouter/google/gemma-2-9b-it: unpriced
openrouter/google/gemma-3-12b-it: unpriced
openrouter/google/gemma-3-27b-it: unpriced
openrouter/google/gemma-3-4b-it: unpriced
openrouter/google/gemma-3n-e4b-it: unpriced
openrouter/google/gemma-4-26b-a4b-it: unpriced
openrouter/google/gemma-4-31b-it: unpriced
openrouter/agentica-org/deepcoder-14b-preview:free: free
openrouter/allenai/molmo-7b-d:free: free
openrouter/arliai/qwq-32b-arliai-rpr-v1:free: free
openrouter/bytedance-research/ui-tars-72b:free: free
openrouter/cognitivecomputations/dolphin-mistral-24b-venice-edition:free: free
openrouter/cognitivecomputations/dolphin3.0-mistral-24b:free: free
openrouter/cognitivecomputations/dolphin3.0-r1-mistral-24b:free: free
openrouter/cohere/north-mini-code:free: free
openrouter/deepseek/deepseek-chat-v3-0324:free: free
openrouter/deepseek/deepseek-chat:free: free
openrouter/deepseek/deepseek-r1-distill-llama-70b:free: free
openrouter/deepseek/deepseek-r1-distill-qwen-14b:free: free
openrouter/deepseek/deepseek-r1-distill-qwen-32b:free: free
openrouter/deepseek/deepseek-r1-zero:free: free
openrouter/deepseek/deepseek-r1:free: free
openrouter/deepseek/deepseek-v3-base:free: free
openrouter/dots-studio/dots-3-note-preview:free: free
openrouter/featherless/qwerky-72b:free: free
openrouter/google/gemini-2.0-flash-exp:free: free
openrouter/google/gemini-2.0-flash-thinking-exp-1219:free: free
openrouter/google/gemini-2.0-flash-thinking-exp:free: free
openrouter/google/gemini-2.5-pro-exp-03-25:free: free
openrouter/google/gemma-2-9b-it:free: free
openrouter/google/gemma-3-12b-it:free: free
openrouter/google/gemma-3-1b-it:free: free
openrouter/google/gemma-3-27b-it:free: free
openrouter/google/gemma-3-4b-it:free: free
openrouter/google/gemma-4-26b-a4b-it:free: free
openrouter/google/gemma-4-31b-it:free: free
openrouter/google/learnlm-1.5-pro-experimental:free: free
openrouter/huggingfaceh4/zephyr-7b-beta:free: free
openrouter/liquid/lfm-2.5-1.2b-instruct:free: free
openrouter/liquid/lfm-2.5-1.2b-thinking:free: free
openrouter/liquid/lfm-2.5-2.6b:free: free
openrouter/liquid/lfm-3-1.7b:free: free
openrouter/meta-llama/llama-3.1-405b:free: free
openrouter/meta-llama/llama-3.1-8b-instruct:free: free
openrouter/meta-llama/llama-3.2-11b-vision-instruct:free: free
openrouter/meta-llama/llama-3.2-1b-instruct:free: free
openrouter/meta-llama/llama-3.2-3b-instruct:free: free
openrouter/meta-llama/llama-3.3-70b-instruct:free: free
openrouter/meta-llama/llama-4-maverick:free: free
openrouter/meta-llama/llama-4-scout:free: free
openrouter/minimax/minimax-m3.1-flash:free: free
openrouter/mistralai/mistral-7b-instruct:free: free
openrouter/mistralai/mistral-nemo:free: free
openrouter/mistralai/mistral-small-24b-instruct-2501:free: free
openrouter/mistralai/mistral-small-3.1-24b-instruct:free: free
openrouter/moonshotai/kimi-k2.6:free: free
openrouter/moonshotai/kimi-vl-a3b-thinking:free: free
openrouter/moonshotai/moonlight-16b-a3b-instruct:free: free
openrouter/nex-agi/nex-n2-pro:free: free
openrouter/nousresearch/deephermes-3-llama-3-8b-preview:free: free
openrouter/nousresearch/hermes-3-llama-3.1-405b:free: free
openrouter/nvidia/llama-3.1-nemotron-70b-instruct:free: free
openrouter/nvidia/llama-3.1-nemotron-nano-8b-v1:free: free
openrouter/nvidia/llama-3.1-nemotron-ultra-253b-v1:free: free
openrouter/nvidia/llama-3.3-nemotron-super-49b-v1:free: free
openrouter/nvidia/nemotron-3-nano-30b-a3b:free: free
openrouter/nvidia/nemotron-3-nano-omni-30b-a3b-reasoning:free: free
openrouter/nvidia/nemotron-3-super-120b-a12b:free: free
openrouter/nvidia/nemotron-3-ultra-550b-a55b:free: free
openrouter/nvidia/nemotron-3.5-content-safety:free: free
openrouter/nvidia/nemotron-3.5-lightning:free: free
openrouter/nvidia/nemotron-3.5-super-vl:free: free
openrouter/nvidia/nemotron-nano-12b-v2-vl:free: free
openrouter/nvidia/nemotron-nano-9b-v2:free: free
openrouter/open-r1/olympiccoder-32b:free: free
openrouter/open-r1/olympiccoder-7b:free: free
openrouter/openai/gpt-oss-120b:free: free
openrouter/openai/gpt-oss-20b:free: free
openrouter/poolside/laguna-m.1:free: free
openrouter/poolside/laguna-s-2.1:free: free
openrouter/poolside/laguna-xs-2.1:free: free
openrouter/poolside/laguna-xs.2:free: free
openrouter/qwen/qwen-2.5-72b-instruct:free: free
openrouter/qwen/qwen-2.5-7b-instruct:free: free
openrouter/qwen/qwen-2.5-coder-32b-instruct:free: free
openrouter/qwen/qwen-2.5-vl-7b-instruct:free: free
openrouter/qwen/qwen2.5-vl-32b-instruct:free: free
openrouter/qwen/qwen2.5-vl-3b-instruct:free: free
openrouter/qwen/qwen2.5-vl-72b-instruct:free: free
openrouter/qwen/qwen3-coder:free: free
openrouter/qwen/qwen3-next-80b-a3b-instruct:free: free
openrouter/qwen/qwq-32b-preview:free: free
openrouter/qwen/qwq-32b:free: free
openrouter/recursive/flint-v1.0:free: free
openrouter/rekaai/reka-flash-3:free: free
openrouter/shisa-ai/shisa-v2-llama3.3-70b:free: free
openrouter/sophosympatheia/rogue-rose-103b-v0.2:free: free
openrouter/thinkingmachines/inkling-small:free: free
openrouter/thinkingmachines/inkling:free: free
openrouter/thudm/glm-4-32b:free: free
openrouter/thudm/glm-z1-32b:free: free
openrouter/x-ai/grok-4.1-fast:free: free
openrouter/xingchen-agi/xing4.0-29b-a4b:free: free

# ---- DeepSeek: peak hours double the price on working days in Beijing, from 2026-08-17 there.
deepseek/deepseek-flash aka deepseek-v4.1-flash deepseek-v4.1-flash-1017: in 0.15 cr 0.003 out 0.6
  from 2026-08-16T16:00:00Z hours 01:00-04:00,06:00-10:00 days mon-fri zone +08:00 not cn: x2
deepseek/deepseek-v4-flash aka deepseek-v4-flash-0731 deepseek-v4-flash-vision-exp: in 0.14 cr 0.028 out 0.28
  from 2026-05-25T05:18:18Z: = in 0.14 cr 0.0028 out 0.28
  from 2026-08-16T16:00:00Z: = in 0.22 cr 0.007 out 0.66
  from 2026-09-10T04:00:00Z: = in 0.15 cr 0.003 out 0.6
  from 2026-08-16T16:00:00Z hours 01:00-04:00,06:00-10:00 days mon-fri zone +08:00 not cn: x2
deepseek/deepseek-v4-pro aka deepseek-v4-pro-0813: in 1.74 cr 0.145 out 3.48
  from 2026-05-25T05:18:18Z: = in 0.435 cr 0.003625 out 0.87
  from 2026-08-16T16:00:00Z: = in 0.66 cr 0.022 out 1.98
  from 2026-08-16T16:00:00Z hours 01:00-04:00,06:00-10:00 days mon-fri zone +08:00 not cn: x2

# ---- Names that move from model to model.
+mistral/mistral-large-2512 aka mistral-large-latest
mistral/ministral-3b-latest: in 0.04 out 0.04
  from 2025-12-02: = in 0.1 cr 0.01 out 0.1
  batch: x0.5
google/gemini-flash-latest: in 0.15 cr 0.0375 out 0.6
  from 2025-10-15T16:05:35Z: = in 0.3 cr 0.075 out 2.5 grounded 35/k
  from 2026-07-15T15:13:59Z: = in 1.5 cr 0.15 out 9 search 14/k
  from 2026-08-21T06:42:28Z: = in 0.75 cr 0.075 out 3.75 search 14/k
  from 2027-01-01: = in 1.5 cr 0.15 out 7.5 search 14/k
  batch: x0.5

# ---- OpenAI: priority is not offered for prompts over 272,000 tokens; flex and batch halve the long prices too.
+openai/gpt-5.4
  tier fast priority over 272000: unpriced
+openai/gpt-5.5
  tier fast priority over 272000: unpriced
openai/gpt-5.5-pro aka gpt-5.5-pro-2026-04-23 gpt-5-5-pro gpt-5-5-pro-2026-04-23: in 30 out 180 search 10/k files 2.5/k
  over 272000: in 60 out 270
  batch: x0.5
  tier flex: x0.5

# OpenAI asks 10 % more where data must stay in a region.
+openai/gpt-6-astra
  residency eu us: x1.1
+openai/gpt-6-sol
  residency eu us: x1.1
+openai/gpt-6-luna
  residency eu us: x1.1
+openai/gpt-5.6-sol
  residency eu us: x1.1
+openai/gpt-5.6-terra
  residency eu us: x1.1
+openai/gpt-5.6-luna
  residency eu us: x1.1
+openai/gpt-5.5
  residency eu us: x1.1
+openai/gpt-5.5-pro
  residency eu us: x1.1
+openai/gpt-5.4
  residency eu us: x1.1
+openai/gpt-5.4-pro
  residency eu us: x1.1
+openai/gpt-5.4-mini
  residency eu us: x1.1
+openai/gpt-5.4-nano
  residency eu us: x1.1
+openai/gpt-6.1-sol
  residency eu us: x1.1
+openai/gpt-6.1-terra
  residency eu us: x1.1
+openai/gpt-6-rosalind
  residency eu us: x1.1

# ---- Anthropic: premium for prompts over 200,000 tokens ended with that of 4.6; 10 % more where inference must stay in the US.
anthropic/claude-sonnet-4-5 aka claude-sonnet-4.5 claude-4-5-sonnet claude-4.5-sonnet: in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  over 200000: in 6 cr 0.6 cw 7.5 cw1h 12 out 22.5
  from 2026-03-13: = in 3 cr 0.3 cw 3.75 cw1h 6 out 15 search 10/k
  batch: x0.5
+anthropic/claude-sonnet-5
  geo us: x1.1
+anthropic/claude-sonnet-5-5
  geo us: x1.1
+anthropic/claude-sonnet-4-6
  geo us: x1.1
+anthropic/claude-opus-4-6
  geo us: x1.1
+anthropic/claude-opus-4-7
  geo us: x1.1
+anthropic/claude-fable-5
  geo us: x1.1
+anthropic/claude-fable-5-1
  geo us: x1.1
+anthropic/claude-opus-5-5
  geo us: x1.1
+anthropic/claude-opus-5
  geo us: x1.1
+anthropic/claude-opus-4-8
  geo us: x1.1
+anthropic/claude-haiku-5-5
  geo us: x1.1
+anthropic/claude-fable-5-2
  geo us: x1.1
+anthropic/claude-mythos-5-2
  geo us: x1.1

# ---- Google: Gemini 2 bills its grounding once for a prompt; regional endpoints of Vertex AI cost 10 % more.
+google/gemini-2.0-flash: search - grounded 35/k
+google/gemini-2.5-flash: search - grounded 35/k
+google/gemini-2.5-flash-lite: search - grounded 35/k
+google/gemini-2.5-flash-preview: search - grounded 35/k
+google/gemini-2.5-pro: search - grounded 35/k
+google/claude-3-5-sonnet aka claude-3-5-sonnet-v2
google/claude-sonnet-5 aka claude-5-sonnet claude-sonnet-5.0: in 2 cr 0.2 cw 2.5 cw1h 4 out 10 search 10/k
  batch: x0.5
  region !global: x1.1
+google/gemini-3.5-flash
  region !global: x1.1
+google/gemini-3.6-flash
  region !global: x1.1
+google/gemini-3.7-flash
  region !global: x1.1
+google/gemini-3.8-flash
  region !global: x1.1
+google/claude-haiku-4-5
  region !global: x1.1
+google/claude-opus-4-5
  region !global: x1.1
+google/claude-opus-4-6
  region !global: x1.1
+google/claude-opus-4-7
  region !global: x1.1
+google/claude-fable-5
  region !global: x1.1
+google/claude-fable-5-1
  region !global: x1.1
+google/claude-opus-5
  region !global: x1.1
+google/claude-opus-5-5
  region !global: x1.1
+google/claude-opus-4-8
  region !global: x1.1
+google/claude-sonnet-4-5
  region !global: x1.1
+google/claude-sonnet-4-6
  region !global: x1.1
+google/gemini-3.1-flash-lite
  region !global: x1.1
+google/gemini-3.5-flash-lite
  region !global: x1.1
+google/claude-sonnet-5-5
  region !global: x1.1
+google/claude-haiku-5-5
  region !global: x1.1
+google/gemini-4-argon
  region !global: x1.1

# Gemini: flex and priority, where every price of a model moves by one factor.
+google/gemini-3-pro-image-preview
  tier flex: x0.5
+google/gemini-3-pro-image-preview
  tier priority: x1.8
+google/gemini-2.5-flash
  tier flex: in 0.15 cr 0.03 out 1.25 ain 0.5 acr 0.1
+google/gemini-2.5-flash
  tier priority: x1.8
+google/gemini-2.5-flash-image
  tier flex: x0.5
+google/gemini-2.5-flash-image
  tier priority: x1.8
+google/gemini-2.5-flash-lite
  tier flex: in 0.05 cr 0.01 out 0.2 ain 0.15 acr 0.03
+google/gemini-2.5-flash-lite
  tier priority: x1.8
+google/gemini-2.5-pro
  tier flex: in 0.625 cr 0.125 out 5
  tier flex over 200000: in 1.25 cr 0.25 out 7.5
+google/gemini-2.5-pro
  tier priority: x1.8
+google/gemini-3.1-flash-lite
  tier flex: x0.5
+google/gemini-3.1-flash-lite
  tier priority: x1.8
+google/gemini-3.5-flash-lite
  tier flex: in 0.15 cr 0.02 out 1.25
+google/gemini-3.5-flash-lite
  tier priority: in 0.54 cr 0.05 out 4.5
+google/gemini-3-flash-preview
  tier flex: in 0.25 cr 0.05 out 1.5 ain 0.5 acr 0.1
+google/gemini-3-flash-preview
  tier priority: x1.8
+google/gemini-3.5-flash
  tier flex: in 0.75 cr 0.08 out 4.5
+google/gemini-3.5-flash
  tier priority: x1.8
+google/gemini-3.6-flash
  tier flex: x0.5
+google/gemini-3.6-flash
  tier priority: x1.8
+google/gemini-3.7-flash
  tier flex: x0.5
+google/gemini-3.7-flash
  tier priority: x1.8
+google/gemini-3.8-flash
  tier flex: x0.5
+google/gemini-3.8-flash
  tier priority: x1.8
+google/gemini-3.1-pro-preview
  tier flex: in 1 cr 0.2 out 6
  tier flex over 200000: in 2 cr 0.4 out 9
+google/gemini-3.1-pro-preview
  tier priority: x1.8
+google/gemini-4-argon
  tier flex: x0.5
+google/gemini-4-argon
  tier priority: x1.8

# ---- Perplexity: a fee for each request that grows with the context of its search.
perplexity/sonar: in 1 out 1 req 5/k
  ctx medium: req 8/k
  ctx high: req 12/k
perplexity/sonar-pro: in 3 out 15 req 6/k
  ctx medium: req 10/k
  ctx high: req 14/k
perplexity/sonar-reasoning: in 1 out 5 req 5/k
  ctx medium: req 8/k
  ctx high: req 14/k
perplexity/sonar-reasoning-pro: in 2 out 8 req 6/k
  ctx medium: req 10/k
  ctx high: req 14/k

# ---- Versions and older spellings, which the sources find by beginnings.
+anthropic/claude-2 aka claude-2.0 claude-2.1
+cohere/command-light aka command-light-nightly
+google/gemini-1.5-flash aka gemini-1.5-flash-001 gemini-1.5-flash-002
+google/gemini-flash-1.5-8b aka gemini-1.5-flash-8b gemini-1.5-flash-8b-001
+google/gemini-1.5-pro aka gemini-1.5-pro-001 gemini-1.5-pro-002
+google/gemini-2.0-flash aka gemini-2.0-flash-001
+google/gemini-2.0-flash-lite aka gemini-2.0-flash-lite-001 gemini-2.0-flash-lite-preview-02-05
+google/gemini-2.5-flash-lite aka gemini-2.5-flash-lite-preview-06-17
+google/gemini-2.5-pro aka gemini-2.5-pro-exp-03-25 gemini-2.5-pro-preview-03-25 gemini-2.5-pro-preview-05-06 gemini-2.5-pro-preview-06-05
+google/gemini-live-2.5-flash aka gemini-live-2.5-flash-preview-native-audio
+google/gemma-3 aka gemma-3-1b-it gemma-3-4b-it gemma-3-12b-it
+google/gemma-3n aka gemma-3n-e2b-it gemma-3n-e4b-it
+mistral/mixtral-8x7b aka mixtral-8x7b-instruct
+openai/moderation aka omni-moderation-latest omni-moderation-2024-09-26

# ---- What only model-prices has, with the days it saw prices change.
alibaba/qvq-max: in 1.2 out 4.8
alibaba/qwen-mt-flash: in 0.16 out 0.49
alibaba/qwen-mt-lite: in 0.12 out 0.36
alibaba/qwen-mt-plus: in 2.46 out 7.37
alibaba/qwen-mt-turbo: in 0.16 out 0.49
alibaba/qwen-omni-turbo: in 0.07 out 0.27
alibaba/qwen-omni-turbo-realtime: in 0.27 out 1.07
alibaba/qwen-plus-character-ja: in 0.5 out 1.4
  from 2026-10-09T18:18:19Z: = in 0.5 cr 0.1 out 1.4
alibaba/qwen-vl-max: in 0.8 out 3.2
  from 2026-10-09T18:18:19Z: = in 0.8 cr 0.16 out 3.2
alibaba/qwen-vl-ocr: in 0.72 out 0.72
  from 2026-02-10T03:42:28Z: = in 0.07 out 0.16
alibaba/qwen-vl-ocr-2025-11-20: in 0.07 out 0.16
alibaba/qwen-vl-plus: in 0.21 out 0.63
  from 2026-10-09T18:18:19Z: = in 0.21 cr 0.042 out 0.63
alibaba/qwen2.5-14b-instruct aka qwen2-5-14b-instruct: in 0.35 out 1.4
alibaba/qwen2.5-32b-instruct aka qwen2-5-32b-instruct: in 0.7 out 2.8
alibaba/qwen2.5-72b-instruct aka qwen2-5-72b-instruct: in 1.4 out 5.6
alibaba/qwen2.5-7b-instruct aka qwen2-5-7b-instruct: in 0.175 out 0.7
alibaba/qwen2.5-omni-7b aka qwen2-5-omni-7b: in 0.1 out 0.4
alibaba/qwen2.5-vl-72b-instruct aka qwen2-5-vl-72b-instruct: in 2.8 out 8.4
alibaba/qwen2.5-vl-7b-instruct aka qwen2-5-vl-7b-instruct: in 0.35 out 1.05
alibaba/qwen3-14b: in 0.35 out 1.4
alibaba/qwen3-235b-a22b: in 0.7 out 2.8
alibaba/qwen3-235b-a22b-instruct-2507: in 0.23 out 0.92
alibaba/qwen3-235b-a22b-thinking-2507: in 0.23 out 2.3
alibaba/qwen3-30b-a3b-instruct-2507: in 0.2 out 0.8
alibaba/qwen3-30b-a3b-thinking-2507: in 0.2 out 2.4
alibaba/qwen3-32b: in 0.7 out 2.8
  from 2026-01-16T07:29:01Z: = in 0.16 out 0.64
alibaba/qwen3-8b: in 0.18 out 0.7
alibaba/qwen3-coder-30b-a3b-instruct: in 0.45 out 2.25
  from 2026-09-02T18:53:25Z: = in 0.45 out 2.25
  from 2026-09-02T18:53:25Z over 32000: in 0.75 out 3.75
  from 2026-09-02T18:53:25Z over 128000: in 1.2 out 6
alibaba/qwen3-coder-480b-a35b-instruct: in 1.5 out 7.5
  from 2026-09-02T18:53:25Z: = in 1.5 out 7.5
  from 2026-09-02T18:53:25Z over 32000: in 2.7 out 13.5
  from 2026-09-02T18:53:25Z over 128000: in 4.5 out 22.5
alibaba/qwen3-coder-next: in 0.3 out 1.5
  over 32000: in 0.5 out 2.5
  over 128000: in 0.8 out 4
alibaba/qwen3-livetranslate-flash-realtime: in 10 out 10
alibaba/qwen3-omni-30b-a3b-captioner: in 3.81 out 3.06
alibaba/qwen3-omni-flash: in 0.43 out 1.66
alibaba/qwen3-omni-flash-realtime: in 0.52 out 1.99
alibaba/qwen3-vl-235b-a22b: in 0.7 out 2.8
alibaba/qwen3-vl-30b-a3b: in 0.2 out 0.8
alibaba/qwen3-vl-30b-a3b-instruct: in 0.2 out 0.8
alibaba/qwen3-vl-30b-a3b-thinking: in 0.2 out 2.4
alibaba/qwen3-vl-8b-instruct: in 0.18 out 0.7
alibaba/qwen3-vl-8b-thinking: in 0.18 out 2.1
alibaba/qwen3-vl-flash: in 0.05 out 0.4
  over 32000: in 0.075 out 0.6
  over 128000: in 0.12 out 0.96
  from 2026-10-09T18:18:19Z: = in 0.05 cr 0.01 cw 0.0625 out 0.4
  from 2026-10-09T18:18:19Z over 32000: in 0.075 cr 0.015 cw 0.09375 out 0.6
  from 2026-10-09T18:18:19Z over 128000: in 0.12 cr 0.024 cw 0.15 out 0.96
alibaba/qwen3-vl-flash-2025-10-15: in 0.05 out 0.4
  over 32000: in 0.075 out 0.6
  over 128000: in 0.12 out 0.96
alibaba/qwen3-vl-flash-2026-01-22: in 0.05 out 0.4
  over 32000: in 0.075 out 0.6
  over 128000: in 0.12 out 0.96
alibaba/qwen3.5-122b-a10b: in 0.4 out 3.2
alibaba/qwen3.5-27b: in 0.3 out 2.4
alibaba/qwen3.5-35b-a3b: in 0.25 out 2
alibaba/qwen3.5-397b-a17b: in 0.6 out 3.6
  from 2026-04-27T19:36:51Z: = in 0.6 out 3.6
alibaba/qwen3.5-flash: in 0.1 cr 0.01 cw 0.125 out 0.4
alibaba/qwen3.5-flash-2026-02-23: in 0.1 out 0.4
alibaba/qwen3.6-27b: in 0.6 out 3.6
alibaba/qwen3.6-35b-a3b: in 0.375 out 2.25
alibaba/qwen3.6-flash: in 0.25 cw 0.3125 out 1.5
  over 256000: in 1 cw 1.25 out 4
  from 2026-10-09T18:18:19Z: = in 0.25 cr 0.025 cw 0.3125 out 1.5
  from 2026-10-09T18:18:19Z over 256000: in 1 cr 0.1 cw 1.25 out 4
alibaba/qwen3.6-flash-2026-04-16: in 0.25 out 1.5
  over 256000: in 1 out 4
alibaba/qwen3.6-max-preview: in 1.3 cr 0.13 cw 1.625 out 7.8
  over 128000: in 2 cr 0.2 cw 2.5 out 12
alibaba/qwen3.6-plus: in 0.276 cr 0.028 cw 0.344 out 1.651
  from 2026-05-12T22:40:48Z: = in 0.5 cr 0.05 cw 0.625 out 3
  from 2026-05-12T22:40:48Z over 256000: in 2 cr 0.2 cw 2.5 out 6
alibaba/qwen3.6-plus-2026-04-02: in 0.5 out 3
  over 256000: in 2 out 6
alibaba/qwen3.7-flash: in 0.03 cr 0.003 cw 0.0375 out 0.13
  over 32000: in 0.1 cr 0.01 cw 0.125 out 0.4
  over 256000: in 0.2 cr 0.02 cw 0.25 out 0.8
  from 2026-10-09T18:18:19Z: = in 0.03 cr 0.006 cw 0.0375 out 0.13
  from 2026-10-09T18:18:19Z over 32000: in 0.1 cr 0.02 cw 0.125 out 0.4
  from 2026-10-09T18:18:19Z over 256000: in 0.2 cr 0.04 cw 0.25 out 0.8
alibaba/qwen3.7-flash-2026-07-15: in 0.03 out 0.13
  over 32000: in 0.1 out 0.4
  over 256000: in 0.2 out 0.8
  from 2026-10-09T18:18:19Z: = in 0.03 cr 0.006 cw 0.0375 out 0.13
  from 2026-10-09T18:18:19Z over 32000: in 0.1 cr 0.02 cw 0.125 out 0.4
  from 2026-10-09T18:18:19Z over 256000: in 0.2 cr 0.04 cw 0.25 out 0.8
alibaba/qwen3.7-max-preview: in 2.5 out 7.5
alibaba/qwen3.8-2.4t-a95b: in 2 out 6
alibaba/qwen3.8-27b: in 0.5 out 3
  from 2026-10-09T18:18:19Z: = in 0.5 cr 0.1 cw 0.625 out 3
cohere/command-a-plus-05-2026: in 2.5 out 10
cohere/command-a-reasoning-08-2025: in 2.5 out 10
cohere/command-a-translate-08-2025: in 2.5 out 10
cohere/command-a-vision-07-2025: in 2.5 out 10
cohere/command-r7b-arabic-02-2025: in 0.0375 out 0.15
google/gemini-robotics-er-1.6-preview: in 1 out 5
mistral/devstral-medium-2507: in 0.4 out 2
openai/gpt-5.3-codex-spark: in 1.75 cr 0.175 out 14
openai/gpt-5.3-codex-spark-preview: in 1.75 cr 0.175 out 14
x-ai/grok-4.1-fast: in 0.2 cr 0.05 out 0.5
x-ai/grok-4.1-fast-non-reasoning: in 0.2 cr 0.05 out 0.5
x-ai/grok-beta: in 5 out 15
  from 2025-06-17T22:26:49Z: = in 5 cr 5 cw 15 out 15
  from 2025-09-09T20:03:17Z: = in 5 cr 5 out 15
x-ai/grok-vision-beta: in 5 out 15
  from 2025-06-17T22:26:49Z: = in 5 cr 5 cw 15 out 15
  from 2025-09-09T20:03:17Z: = in 5 cr 5 out 15
zai/glm-5-turbo: in 1.2 cr 0.24 cw 0 out 4

# ---- Cached tokens that the sources bill in full; model-prices has their prices.
+alibaba/qwen-flash
  from 2026-10-09T18:18:19Z: cr 0.01 cw 0.0625
  from 2026-10-09T18:18:19Z over 256000: cr 0.05 cw 0.3125
+alibaba/qwen-max
  from 2026-10-09T18:18:19Z: cr 0.32
+alibaba/qwen-plus
  from 2026-10-09T18:18:19Z: cr 0.08 cw 0.5
  from 2026-10-09T18:18:19Z over 256000: in 1.2 cr 0.24 cw 1.5 out 3.6
+alibaba/qwen-turbo
  from 2026-10-09T18:18:19Z: cr 0.01
+alibaba/qwen3-max
  from 2026-10-09T18:18:19Z: cr 0.24 cw 1.5
  from 2026-10-09T18:18:19Z over 32000: cr 0.48 cw 3
  from 2026-10-09T18:18:19Z over 128000: cr 0.6 cw 3.75
+alibaba/qwen3-max-preview
  from 2026-10-09T18:18:19Z: cr 0.24
  from 2026-10-09T18:18:19Z over 32000: cr 0.48
  from 2026-10-09T18:18:19Z over 128000: cr 0.6
+alibaba/qwen3-vl-plus
  from 2026-10-09T18:18:19Z: cr 0.04 cw 0.25
  from 2026-10-09T18:18:19Z over 32000: cr 0.06 cw 0.375
  from 2026-10-09T18:18:19Z over 128000: cr 0.12 cw 0.75
+alibaba/qwen3.5-plus
  from 2026-10-09T18:18:19Z: cr 0.04 cw 0.5
  from 2026-10-09T18:18:19Z over 256000: cr 0.05 cw 0.625
+mistral/codestral
  from 2026-09-29: cr 0.03

# ---- Groq bills at least ten seconds of speech.
+groq/whisper-large-v3: min asec 10
+groq/whisper-large-v3-turbo: min asec 10

# ---- A fine-tuned model whose name the source cuts in the wrong place.
-openai/ft:gpt-3.5-turbo-
openai/ft:gpt-3.5-turbo: in 3 out 6
  batch: x0.5
"""#
}
