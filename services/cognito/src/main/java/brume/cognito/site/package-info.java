/// What pools answer over plain HTTP.
///
/// Start with [PoolSite].
@NullMarked
package brume.cognito.site;

import org.jspecify.annotations.NullMarked;
