package brume.identity.signature;

import brume.http.Headers;
import org.jspecify.annotations.Nullable;

/// The fields behind an `aws-chunked` body, such as its checksum. They are known, and verified,
/// once the body has been read to its end.
public final class Trailers {
  private volatile @Nullable Headers fields;

  /// Of a body that has none.
  static Trailers none() {
    var none = new Trailers();
    none.arrived(Headers.EMPTY);
    return none;
  }

  void arrived(Headers trailer) {
    fields = trailer;
  }

  /// Throws [IllegalStateException] while the body is not read to its end.
  public Headers fields() {
    var arrived = fields;
    if (arrived == null) {
      throw new IllegalStateException("The trailer is not there before the body has ended");
    }
    return arrived;
  }
}
