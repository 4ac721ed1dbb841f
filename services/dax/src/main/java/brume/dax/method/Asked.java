package brume.dax.method;

import brume.base.Bytes;
import brume.dax.cache.QueryCache;

/// A query or a scan, byte by byte as a client asked it.
///
/// @param method its number
record Asked(String method, Bytes arguments) implements QueryCache.Question {
  static Asked of(Request request, String method) {
    return new Asked(method, Bytes.wrap(request.in().whole()));
  }

  @Override
  public int bytes() {
    return arguments.length();
  }
}
