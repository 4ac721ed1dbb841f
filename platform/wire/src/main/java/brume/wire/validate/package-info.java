/// The constraints of the models, checked once for all services and protocols.
@NullMarked
package brume.wire.validate;

import org.jspecify.annotations.NullMarked;
