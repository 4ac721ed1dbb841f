/// What the services of the process count of themselves: gathered in memory, stored every few
/// seconds, lost by a crash in between. Start with [Counters].
@NullMarked
package brume.cloudwatch.publish;

import org.jspecify.annotations.NullMarked;
