/// Actions on usage plans and what was used of them.
@NullMarked
package brume.apigateway.operation.usage;

import org.jspecify.annotations.NullMarked;
