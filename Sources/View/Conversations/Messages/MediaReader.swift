/// Reads what an image, sound or file part is. Its bytes are never kept: a page shows a placeholder.
enum MediaReader {
    /// Members whose presence says that an object is media, whatever else it says.
    static let keys = ["image_url", "inlineData", "inline_data", "fileData", "file_data", "input_audio", "image", "document", "video"]

    static func part(_ object: JSONTree) -> Message.Part {
        let inner = keys.lazy.compactMap { object[$0] }.first { $0.isObject } ?? object["source"] ?? object
        let address = address(of: object) ?? address(of: inner)
        let mimeType = [object, inner].lazy.compactMap { tree in
            tree.first(of: "mime_type", "mimeType", "media_type", "mediaType")?.string
        }.first
        let isData = address?.hasPrefix("data:") ?? false
        let data =
            isData
            ? address?.split(separator: ",", maxSplits: 1).last.map(String.init)
            : [object, inner].lazy.compactMap { $0.first(of: "data", "content", "file_data", "blob", "bytes")?.string }.first
        return .media(
            Message.Media(
                kind: kind(object, mimeType), mimeType: mimeType ?? (isData ? address.flatMap(mimeType(ofData:)) : nil),
                name: isData ? nil : address,
                bytes: data.map { $0.utf8.count / 4 * 3 }))
    }

    private static func address(of tree: JSONTree) -> String? {
        if let url = tree["image_url"]?.string { return url }
        return tree.first(of: "url", "uri", "fileUri", "file_uri", "file_id", "filename", "name")?.string
    }

    private static func kind(_ object: JSONTree, _ mimeType: String?) -> String {
        if let modality = object["modality"]?.string { return modality }
        let family = mimeType?.split(separator: "/").first.map(String.init)
        if let family, ["image", "audio", "video"].contains(family) { return family }
        let words = [object["type"]?.string] + keys.map { object[$0] == nil ? nil : $0 }
        for word in words.compactMap({ $0 }) {
            for kind in ["image", "audio", "video"] where word.contains(kind) { return kind }
        }
        return "file"
    }

    /// `image/png` of `data:image/png;base64,…`.
    private static func mimeType(ofData url: String) -> String? {
        let type = url.dropFirst("data:".count).prefix { $0 != ";" && $0 != "," }
        return type.isEmpty || type.utf8.count > 100 ? nil : String(type)
    }
}
