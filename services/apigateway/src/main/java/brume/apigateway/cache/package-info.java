/// The caches of stages: responses that are given again for a time.
///
/// A cache holds as much as its cluster's size says, but never more than its part of the process's
/// memory, and is empty after a restart. Start with [StageCaches].
@NullMarked
package brume.apigateway.cache;

import org.jspecify.annotations.NullMarked;
