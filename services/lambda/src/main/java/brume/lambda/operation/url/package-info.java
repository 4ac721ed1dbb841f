/// Operations on the addresses of functions.
@NullMarked
package brume.lambda.operation.url;

import org.jspecify.annotations.NullMarked;
