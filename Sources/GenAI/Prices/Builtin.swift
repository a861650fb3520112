import Wire

/// The table that comes with Weir: what was imported, and what review changed in it.
extension PriceBook {
    /// Our layers, lowest first. They are part of the program, so a mistake in them is a mistake of ours that a test finds.
    package static func builtinLayers() throws(PriceMistakes) -> [PriceFile] {
        [
            try PriceParser.parse([UInt8](Text(imported).buffer), name: "builtin (genai-prices)"),
            try PriceParser.parse([UInt8](Text(added).buffer), name: "builtin (litellm)"),
            try PriceParser.parse([UInt8](Text(reviewed).buffer), name: "builtin (reviewed)"),
        ]
    }

    /// How many layers of these files are ours rather than the user's.
    package static func builtinLayerCount(in files: [String]) -> Int { files.first == "builtin" ? 3 : 0 }
}
