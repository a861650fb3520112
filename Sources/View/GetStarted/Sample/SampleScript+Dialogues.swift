extension SampleAgent {
    static let shop = SampleAgent(
        name: "support-agent", service: "shop-api", route: "/v1/chat",
        instructions: "You help customers of a lamp shop. Look orders up before you answer. Be brief and kind.",
        model: gpt4o, fallback: mini,
        dialogues: [
            [
                Exchange(
                    question: "Where is my order 48213?",
                    steps: [
                        Step(
                            tool: "lookup_order", arguments: #"{"order_id":"48213"}"#,
                            result: #"{"status":"shipped","carrier":"DHL","eta":"2026-11-25"}"#, duration: 38,
                            behind: .database(statement: "SELECT status, carrier, eta FROM orders WHERE id = $1", table: "orders"))
                    ],
                    answer: "Your order 48213 left our warehouse with DHL and should arrive on 25 November."),
                Exchange(
                    question: "Can I still change the address?",
                    steps: [
                        Step(
                            tool: "carrier_options", arguments: #"{"order_id":"48213"}"#, result: #"{"redirect":true,"fee_eur":0}"#,
                            duration: 210, behind: .http(host: "api.carrier.example", path: "/v2/shipments/redirect"))
                    ],
                    answer: "Yes. DHL lets you redirect the parcel free of charge until it is out for delivery."),
                Exchange(question: "Great, thank you!", answer: "You are welcome. Enjoy the lamp!"),
            ],
            [
                Exchange(
                    question: "The desk lamp I got flickers. I want my money back.",
                    steps: [
                        Step(
                            tool: "lookup_order", arguments: #"{"email_hash":"9f2c","item":"desk lamp"}"#,
                            result: #"{"order_id":"47790","delivered":"2026-11-12","price_eur":64.9}"#, duration: 52,
                            behind: .database(statement: "SELECT id, delivered, price FROM orders WHERE email_hash = $1", table: "orders")),
                        Step(
                            tool: "start_refund", arguments: #"{"order_id":"47790","amount_eur":64.9}"#, result: #"{"refund_id":"R-1182"}"#,
                            duration: 340, behind: .http(host: "payments.example", path: "/refunds")),
                    ],
                    answer: "I am sorry about that. I started a refund of €64.90 (R-1182); it reaches you within five days."),
                Exchange(
                    question: "Do I have to send the lamp back?",
                    answer: "No, please recycle it. We do not need a flickering lamp back."),
            ],
            [
                Exchange(
                    question: "Which bulb fits the floor lamp Alba?",
                    answer: "Alba takes an E27 bulb of up to 12 W. A warm white one of 2700 K suits it best.")
            ],
        ])

    static let books = SampleAgent(
        name: "research-agent", service: "research-worker", route: "/jobs/research",
        instructions: "You research questions about books and their history. Search first, read what you found, cite it.",
        model: sonnet,
        dialogues: [
            [
                Exchange(
                    question: "Who printed the first illustrated herbals, and when?",
                    steps: [
                        Step(
                            tool: "web_search", arguments: #"{"query":"first printed illustrated herbal"}"#,
                            result: #"[{"title":"Herbals","url":"https://library.example/herbals"}]"#, duration: 620,
                            behind: .http(host: "search.example", path: "/v1/search")),
                        Step(
                            tool: "read_page", arguments: #"{"url":"https://library.example/herbals"}"#,
                            result:
                                "Peter Schöffer printed a herbal with woodcuts at Mainz in 1484; the Gart der Gesundheit followed in 1485.",
                            duration: 480, behind: .http(host: "library.example", path: "/herbals")),
                    ],
                    answer: "Peter Schöffer in Mainz: a Latin herbal in 1484 and the German Gart der Gesundheit in 1485."),
                Exchange(
                    question: "Were the woodcuts drawn from nature?",
                    steps: [
                        Step(
                            tool: "web_search", arguments: #"{"query":"Gart der Gesundheit woodcuts drawn from nature"}"#,
                            result: #"[{"title":"Woodcuts of 1485","url":"https://museum.example/gart"}]"#, duration: 710,
                            behind: .http(host: "search.example", path: "/v1/search"))
                    ],
                    answer: "About a third of the 379 plants in the 1485 book were; the others were copied from manuscripts."),
            ]
        ])

    static let coder = SampleAgent(
        name: "code-agent", service: "code-assistant", route: "/v1/tasks",
        instructions: "You repair failing tests. Read before you write, run the tests after each change.",
        model: thinker,
        dialogues: [
            [
                Exchange(
                    question: "The test `parses an empty list` fails. Please fix it.",
                    steps: [
                        Step(
                            tool: "run_tests", arguments: #"{"filter":"ListTests"}"#,
                            result: "1 of 12 failed: parses an empty list: index out of range", duration: 2_900),
                        Step(
                            tool: "read_file", arguments: #"{"path":"Sources/List.swift"}"#,
                            result: "func parse(_ text: String) -> [Item] {\n    let first = items[0]\n    …\n}", duration: 6),
                        Step(
                            tool: "write_file", arguments: #"{"path":"Sources/List.swift","change":"guard let first = items.first"}"#,
                            result: "written", duration: 9),
                        Step(tool: "run_tests", arguments: #"{"filter":"ListTests"}"#, result: "12 passed", duration: 3_100),
                    ],
                    answer: "Fixed: `items[0]` trapped on an empty list; it is a `guard let` now. All 12 tests pass.")
            ]
        ])

    static let docs = SampleAgent(
        name: "docs-agent", service: "docs-search", route: "/ask",
        instructions: "Answer from the passages you are given. If they do not say it, say so.",
        model: flash,
        dialogues: [
            [
                Exchange(
                    question: "How long are invoices kept?",
                    answer: "Ten years, as the retention page says. Drafts are removed after 30 days."),
                Exchange(question: "And contracts?", answer: "Six years after they end."),
            ],
            [
                Exchange(
                    question: "Can I export my data as CSV?",
                    answer: "Yes: Settings, Data, Export. Large exports are prepared in the background and mailed as a link.")
            ],
        ],
        retrieves: true)

    static let triage = SampleAgent(
        name: "triage", service: "ticket-triage", route: "/internal/classify",
        instructions: "Answer with one word: billing, bug, praise or other.",
        model: own,
        dialogues: [
            [Exchange(question: "I was charged twice this month.", answer: "billing")],
            [Exchange(question: "The app closes when I open the camera.", answer: "bug")],
        ],
        remembers: false)
}
