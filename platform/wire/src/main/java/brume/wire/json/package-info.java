/// Structures as JSON, streamed with jackson-core: no tree in between.
@NullMarked
package brume.wire.json;

import org.jspecify.annotations.NullMarked;
