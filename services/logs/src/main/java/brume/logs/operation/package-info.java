/// The actions of CloudWatch Logs.
@NullMarked
package brume.logs.operation;

import org.jspecify.annotations.NullMarked;
