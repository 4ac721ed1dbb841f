/// What gives APIs away as documents.
@NullMarked
package brume.apigateway.operation.export;

import org.jspecify.annotations.NullMarked;
