package brume.frontdoor;

import java.util.concurrent.Semaphore;

/// Bounds how many requests are answered at once. One more is told to come later, so that memory is
/// never the bound.
final class Admission {
  /// Requests at once. A function that calls back in the middle of a request counts again.
  static final int MAX_REQUESTS = 8_192;

  private final Semaphore places;

  Admission(int places) {
    this.places = new Semaphore(places);
  }

  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }
}
