package brume.cognito.message;

/// Words for a user, with the places of the code and the username still open.
///
/// @param subject empty where the medium has none
public record Message(Recipient to, String subject, String body) {
  /// Where the code goes.
  public static final String CODE = "{####}";

  /// Where the username goes.
  public static final String USERNAME = "{username}";

  Message filled(String username, String code) {
    return new Message(to, fill(subject, username, code), fill(body, username, code));
  }

  private static String fill(String text, String username, String code) {
    return text.replace(CODE, code).replace(USERNAME, username);
  }
}
