package brume.wire;

import brume.base.Body;
import brume.wire.value.MalformedException;
import java.io.IOException;

/// Reads the bodies that are decoded whole.
final class Bodies {
  /// The largest body that is read into memory; streamed payloads are not.
  static final int MAX_BYTES = 64 << 20;

  private Bodies() {}

  static byte[] read(Body body) throws IOException {
    if (body instanceof Body.OfBytes(var bytes)) {
      return bytes.shared();
    }
    if (body.length() > MAX_BYTES) {
      throw tooLarge();
    }
    try (var in = body.open()) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private static MalformedException tooLarge() {
    return new MalformedException("The request body is larger than " + MAX_BYTES + " bytes");
  }
}
