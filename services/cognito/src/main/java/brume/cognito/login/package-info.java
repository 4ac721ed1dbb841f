/// The sign-in pages of pools: what browsers are shown under a pool's domain.
///
/// Where it differs from AWS: both versions of the looks are one, made by the server without
/// scripts. Cookies are kept to the pages' own path by being set without one, and all links are
/// relative, so that the pages work under the domain and under `/_brume/auth/<prefix>` alike.
///
/// Start with [LoginSite].
@NullMarked
package brume.cognito.login;

import org.jspecify.annotations.NullMarked;
