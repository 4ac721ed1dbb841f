/// From what a request gives to what is wanted of a stack: the template's text, its transforms, the
/// values of its parameters and what the caller acknowledges.
///
/// Start with [Drafting].
@NullMarked
package brume.cloudformation.request;

import org.jspecify.annotations.NullMarked;
