/// The actions on aliases of functions, each in a file of its name.
@NullMarked
package brume.lambda.operation.alias;

import org.jspecify.annotations.NullMarked;
