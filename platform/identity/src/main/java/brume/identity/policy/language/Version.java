package brume.identity.policy.language;

/// A version of the policy language.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Version".
public enum Version {
  /// The one of documents that name none; `${…}` is a text like any other in it.
  V2008("2008-10-17"),
  V2012("2012-10-17");

  private final String date;

  Version(String date) {
    this.date = date;
  }

  public String date() {
    return date;
  }

  public boolean hasVariables() {
    return this == V2012;
  }

  public static Version of(String date) {
    for (var version : values()) {
      if (version.date.equals(date)) {
        return version;
      }
    }
    throw MalformedPolicyException.syntax();
  }
}
