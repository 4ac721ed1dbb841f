/// The protocol tests that Smithy publishes, run over the codecs; start with `ConformanceTest`.
///
/// Smithy's own reader of models is not needed: [Parser] reads as much of the language as the tests
/// use, and [Tables] makes shape tables of it. Not run: the cases for clients, those of event
/// streams, and of rpcv2Cbor, which has no codec yet.
@NullMarked
package brume.wire.conformance;

import org.jspecify.annotations.NullMarked;
