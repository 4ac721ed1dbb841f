/// What the store keeps of metrics. Start with [Datapoints].
@NullMarked
package brume.cloudwatch.data;

import org.jspecify.annotations.NullMarked;
