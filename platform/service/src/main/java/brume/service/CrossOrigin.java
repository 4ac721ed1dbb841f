package brume.service;

import brume.http.Headers;
import brume.http.Request;

/// What web pages of other origins may do with a service's API, which browsers ask before they let
/// a page send a request, and read in its answer before they show it to the page.
///
/// It lets nobody in: who sends a request is verified and authorised as ever.
///
/// Source: WHATWG Fetch, "CORS protocol".
public interface CrossOrigin {
  /// Lets the pages of all origins do all: for services that apps in browsers call.
  CrossOrigin ANY = new AnyOrigin();

  /// The answer to a preflight.
  ///
  /// Throws a [brume.shape.ServiceException] when the page may not send what it announces.
  ///
  /// @param request OPTIONS for the path of the announced one, as it is routed: with a bucket of
  ///   the host in its path
  Headers preflight(Request request);

  /// What the answer to a request with an `Origin` says, whatever became of it; empty when the page
  /// may not read it.
  ///
  /// @param request as it is routed
  Headers answer(Request request);
}
