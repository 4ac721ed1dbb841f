/// What templates can declare of Lambda.
@NullMarked
package brume.lambda.resource;

import org.jspecify.annotations.NullMarked;
