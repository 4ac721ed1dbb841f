/// Operations on event source mappings.
@NullMarked
package brume.lambda.operation.mapping;

import org.jspecify.annotations.NullMarked;
