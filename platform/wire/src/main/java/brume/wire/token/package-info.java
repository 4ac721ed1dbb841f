/// Structures as streams of tokens: what JSON and CBOR have in common.
///
/// A [TokenReader] and a [TokenWriter] walk shapes; how a format spells single values is said by
/// its [ScalarReader] and [ScalarWriter].
@NullMarked
package brume.wire.token;

import org.jspecify.annotations.NullMarked;
