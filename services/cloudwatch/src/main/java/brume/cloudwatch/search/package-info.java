/// Finds metrics by the words in their names. Start with [Search].
@NullMarked
package brume.cloudwatch.search;

import org.jspecify.annotations.NullMarked;
