/// Version 1: sending, and what was sent.
@NullMarked
package brume.ses.operation.sending;

import org.jspecify.annotations.NullMarked;
