/// Objects as values: their versions, contents, ranges, conditions and tags.
///
/// Start with [Version].
@NullMarked
package brume.s3.object;

import org.jspecify.annotations.NullMarked;
