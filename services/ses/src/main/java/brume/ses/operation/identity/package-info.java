/// Version 1: who mail may come from, and who else may send as them.
@NullMarked
package brume.ses.operation.identity;

import org.jspecify.annotations.NullMarked;
