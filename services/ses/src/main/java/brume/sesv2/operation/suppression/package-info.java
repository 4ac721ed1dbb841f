/// Version 2: the addresses that get no mail.
@NullMarked
package brume.sesv2.operation.suppression;

import org.jspecify.annotations.NullMarked;
