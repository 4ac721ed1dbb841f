package brume.cloudformation.template;

/// A template, or a parameter given to it, that CloudFormation refuses; the message is AWS's.
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }
}
