/// Signature Version 4: verifies who sent a request and that nobody changed it, and signs our own.
///
/// The three forms are the Authorization header, the presigned query and the chunks of an
/// `aws-chunked` body. Differs from AWS: Version 4A (ECDSA) and event-stream signatures are
/// recognised and refused; every `x-amz-` header must be signed, for all services. Start with
/// [SignatureVerifier]; [Refusal] lists what can be wrong and how each dialect spells it.
@NullMarked
package brume.identity.signature;

import org.jspecify.annotations.NullMarked;
