package brume.service;

import brume.http.Request;
import brume.http.Response;
import java.io.IOException;

/// Plain HTTP for hosts of one kind: an API's stages, a website, a load balancer.
///
/// A site is reached as `<name>.<kind>.<region>.localhost` and as `/_brume/<kind>/<name>/…`; it
/// guards itself.
public interface Site {
  /// The label of its hosts, such as `execute-api`.
  String kind();

  /// Answers a request for the site's resource `name`, such as an API's id.
  ///
  /// @param call made by nobody yet: its caller is anonymous
  /// @param request its path is that of the host form, whichever form it came in
  Response serve(Call call, String name, Request request) throws IOException;
}
