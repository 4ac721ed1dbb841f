/// Encryption with keys that customers bring along with each request, and that are never stored.
///
/// Different from AWS: requests need not come by TLS. Start with [CustomerKey].
@NullMarked
package brume.s3.encryption;

import org.jspecify.annotations.NullMarked;
