/// The way of a request: admit, locate, receive, authenticate, decode, validate, authorize, run,
/// encode.
///
/// [Pipeline] is the list; each stage is a file and adds to the [Passage]. Calls between services
/// take the same stages from `validate` to `run`, see [InProcess].
@NullMarked
package brume.frontdoor.pipeline;

import org.jspecify.annotations.NullMarked;
