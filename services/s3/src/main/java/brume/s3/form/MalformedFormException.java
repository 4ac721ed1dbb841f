package brume.s3.form;

/// A body that is no form.
final class MalformedFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
