/// CBOR as DAX's protocol uses it: whole requests from a stream, and values read from and written
/// to memory. The only package that knows bytes of CBOR.
///
/// Source: RFC 7049. Start with [CborReader].
@NullMarked
package brume.dax.cbor;

import org.jspecify.annotations.NullMarked;
