/// Metrics and what is kept of their values. Start with [Summary].
@NullMarked
package brume.cloudwatch.metric;

import org.jspecify.annotations.NullMarked;
