/// The algorithm of Signature Version 4 alone: the canonical request, the scope, the keys derived
/// for it. Knows neither credentials nor what is refused.
///
/// Start with [CanonicalRequest]; [SigningRules] says where S3 differs.
@NullMarked
package brume.identity.sigv4;

import org.jspecify.annotations.NullMarked;
