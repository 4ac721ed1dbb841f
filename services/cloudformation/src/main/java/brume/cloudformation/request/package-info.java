/// From what a request gives to what is wanted of a stack: the template's text, its transforms, the
/// values of its parameters and what the caller acknowledges.
///
/// Where it differs from AWS: with `ImportExistingResources`, a resource that exists is not
/// imported, but fails its stack as one that exists.
///
/// Start with [Drafting].
@NullMarked
package brume.cloudformation.request;

import org.jspecify.annotations.NullMarked;
