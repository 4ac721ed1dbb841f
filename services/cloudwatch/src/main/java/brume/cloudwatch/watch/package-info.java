/// Watches alarms and carries out their actions. Start with [Watching].
@NullMarked
package brume.cloudwatch.watch;

import org.jspecify.annotations.NullMarked;
