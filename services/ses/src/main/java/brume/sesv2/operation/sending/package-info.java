/// Version 2: sending, and the account that sends.
@NullMarked
package brume.sesv2.operation.sending;

import org.jspecify.annotations.NullMarked;
