/// Reads series of numbers out of what is kept of metrics, and computes with them.
@NullMarked
package brume.cloudwatch.query;

import org.jspecify.annotations.NullMarked;
