/// The actions on layers, each in a file of its name.
@NullMarked
package brume.lambda.operation.layer;

import org.jspecify.annotations.NullMarked;
