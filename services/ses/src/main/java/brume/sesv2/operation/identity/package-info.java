/// Version 2: who mail may come from, and who else may send as them.
@NullMarked
package brume.sesv2.operation.identity;

import org.jspecify.annotations.NullMarked;
