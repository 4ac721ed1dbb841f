package brume.ses.mime;

/// What becomes a message once it has its id.
@FunctionalInterface
public interface Writing {
  /// The message as it travels, lines ended by CR LF.
  byte[] write(Stamp stamp);
}
