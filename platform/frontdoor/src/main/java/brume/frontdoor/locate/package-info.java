/// Finds out whom a request is for: an operation of a service, a site, or Brume itself.
///
/// Start with [HostTable], then [Directory].
@NullMarked
package brume.frontdoor.locate;

import org.jspecify.annotations.NullMarked;
