package brume.sesv2.operation.identity;

import brume.model.sesv2.IdentityInfo;
import brume.ses.identity.Identity;

/// Identities as version 2 shows them.
final class Shown {
  private Shown() {}

  static String type(Identity identity) {
    return identity.isDomain() ? "DOMAIN" : "EMAIL_ADDRESS";
  }

  static String status(Identity identity) {
    return identity.verified() ? "SUCCESS" : "PENDING";
  }

  static IdentityInfo of(Identity identity) {
    return IdentityInfo.builder()
        .identityName(identity.name())
        .identityType(type(identity))
        .sendingEnabled(identity.verified())
        .verificationStatus(status(identity))
        .build();
  }
}
