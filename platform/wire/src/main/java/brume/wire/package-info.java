/// The AWS protocols, server side: requests into records, records and errors into responses.
///
/// A codec walks the shapes of [brume.shape] and so knows no service. Start with [Codec] and
/// [Router].
@NullMarked
package brume.wire;

import org.jspecify.annotations.NullMarked;
