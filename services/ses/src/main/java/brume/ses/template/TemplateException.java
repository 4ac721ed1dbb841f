package brume.ses.template;

/// A template that cannot be read, or that cannot be filled with the data at hand.
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean dataLacks;

  private TemplateException(String message, boolean dataLacks) {
    super(message, null, false, false);
    this.dataLacks = dataLacks;
  }

  static TemplateException malformed(String message) {
    return new TemplateException(message, false);
  }

  static TemplateException missing(String attribute) {
    return new TemplateException(
        "Attribute '" + attribute + "' is not present in the rendering data.", true);
  }

  /// Whether the template is well and a value is missing.
  public boolean dataLacks() {
    return dataLacks;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
