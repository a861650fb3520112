import Wire

/// What decides about the price of one call, besides what it used. All texts are views that live during the call only.
package struct PriceContext {
    /// `gen_ai.provider.name`, else `gen_ai.system`.
    package var provider: Text
    package var requestModel: Text
    package var responseModel: Text
    /// `server.address`
    package var host = Text.empty
    /// Unix nanoseconds.
    package var startNanos: UInt64
    /// Unix nanoseconds; some providers bill by when the answer was complete.
    package var endNanos: UInt64
    /// The tier the provider says it served.
    package var servedTier = Text.empty
    /// The tier that was asked for.
    package var requestedTier = Text.empty
    /// `fast`
    package var speed = Text.empty
    /// Where it ran, such as `us-east5`.
    package var region = Text.empty
    /// Where the data must stay, such as `eu`.
    package var residency = Text.empty
    /// Where inference must happen, such as `us`.
    package var geo = Text.empty
    /// How much context a search was given: `low`, `medium`, `high`.
    package var searchContext = Text.empty
    package var route = Text.empty
    package var batch = false
    /// Of its provider, models and host, where somebody knows it.
    var name = PriceName.none

    package init(provider: Text, requestModel: Text, responseModel: Text, startNanos: UInt64, endNanos: UInt64) {
        self.provider = provider
        self.requestModel = requestModel
        self.responseModel = responseModel
        self.startNanos = startNanos
        self.endNanos = endNanos
    }
}
