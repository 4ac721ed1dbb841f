package brume.frontdoor;

import brume.http.Request;
import brume.http.Response;
import java.io.IOException;

/// Brume's own pages, below `/_brume`.
@FunctionalInterface
public interface OwnPages {
  /// @param path behind `/_brume`, beginning with `/`
  Response serve(String path, Request request) throws IOException;
}
