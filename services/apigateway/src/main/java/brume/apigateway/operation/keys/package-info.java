/// Actions on API keys, and which usage plans they belong to.
@NullMarked
package brume.apigateway.operation.keys;

import org.jspecify.annotations.NullMarked;
