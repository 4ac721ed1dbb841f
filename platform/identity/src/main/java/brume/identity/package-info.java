/// Who calls: principals, their credentials, and session tokens that carry temporary credentials.
///
/// Nothing here stores anything or knows a service: the IAM service finds long-term keys, and
/// temporary credentials are sealed in their own token. Differs from AWS in the opaque text of
/// session tokens only. Start with [Principal] and [Credential]; signatures are verified in
/// `brume.identity.signature`, policies evaluated in `brume.identity.policy`.
@NullMarked
package brume.identity;

import org.jspecify.annotations.NullMarked;
