/// Filter patterns: which messages a reader wants.
///
/// There are patterns of terms and patterns of JSON fields; those of columns in brackets and
/// regular expressions are refused. Terms are matched anywhere in a message, in their case.
///
/// Start with [FilterPattern].
@NullMarked
package brume.logs.pattern;

import org.jspecify.annotations.NullMarked;
