/// Alarms and how their state follows from data. Start with [Judgement].
@NullMarked
package brume.cloudwatch.alarm;

import org.jspecify.annotations.NullMarked;
