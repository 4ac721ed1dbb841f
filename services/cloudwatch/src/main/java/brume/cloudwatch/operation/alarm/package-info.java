/// The actions on alarms.
@NullMarked
package brume.cloudwatch.operation.alarm;

import org.jspecify.annotations.NullMarked;
