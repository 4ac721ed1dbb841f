package brume.cognito.message;

/// A way to reach a user, by the attribute that holds the address.
public enum Medium {
  EMAIL("email"),
  SMS("phone_number");

  private final String attribute;

  Medium(String attribute) {
    this.attribute = attribute;
  }

  public String attribute() {
    return attribute;
  }
}
