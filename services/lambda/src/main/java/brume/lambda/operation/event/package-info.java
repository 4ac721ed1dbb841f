/// The actions on how asynchronous requests are treated, each in a file of its name.
@NullMarked
package brume.lambda.operation.event;

import org.jspecify.annotations.NullMarked;
