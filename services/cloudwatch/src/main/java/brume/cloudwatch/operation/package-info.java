/// The actions of CloudWatch.
@NullMarked
package brume.cloudwatch.operation;

import org.jspecify.annotations.NullMarked;
