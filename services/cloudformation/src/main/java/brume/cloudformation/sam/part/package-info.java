/// What all parts of the SAM transform are written with: the resources read, the resources made,
/// and how functions and logical ids are spelled.
///
/// Start with [Expansion].
@NullMarked
package brume.cloudformation.sam.part;

import org.jspecify.annotations.NullMarked;
