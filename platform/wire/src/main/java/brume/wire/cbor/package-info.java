/// Structures from and to CBOR (RFC 8949), the part of it that Smithy's rpcv2Cbor has.
@NullMarked
package brume.wire.cbor;

import org.jspecify.annotations.NullMarked;
