package brume.cognito.auth;

/// A second factor, as the protocol spells it.
enum Factor {
  SMS_MFA,
  SOFTWARE_TOKEN_MFA
}
