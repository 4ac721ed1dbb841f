package brume.http.server;

/// A request that is not handed to any handler: it is answered with the status, and its connection
/// is closed, since nobody knows where the next request would begin.
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  Rejection(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
