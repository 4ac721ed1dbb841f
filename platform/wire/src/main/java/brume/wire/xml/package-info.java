/// Structures as XML, with the bindings that the models give them.
@NullMarked
package brume.wire.xml;

import org.jspecify.annotations.NullMarked;
