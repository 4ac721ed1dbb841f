package brume.apigateway.execution;

import brume.apigateway.authorizer.Signatures;
import brume.apigateway.cache.ResponseCache;
import brume.apigateway.rest.ResponseType;
import brume.base.Body;
import brume.http.Response;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Locale;

/// What is behind a method, asked only for what the stage's cache does not have.
///
/// Source: API Gateway Developer Guide, "Cache settings for REST APIs in API Gateway".
record CachedBackend(ResponseCache cache, CacheRule rule, Signatures signatures) {
  private static final String INVALIDATE = "execute-api:InvalidateCache";
  private static final String ANEW = "max-age=0";
  private static final String WARNING = "199 - \"The client may not invalidate the cache\"";
  private static final int OK = 200;
  private static final int REDIRECTION = 300;

  /// Makes a response.
  interface Backend {
    Response answer() throws IOException;
  }

  /// @param variant tells apart what the request's parameters do not
  Response answer(Exchange exchange, String variant, Backend backend) throws IOException {
    var key = rule.key(exchange) + variant;
    boolean warned = false;
    if (wantsAnew(exchange)) {
      if (mayInvalidate(exchange)) {
        cache.forget(key);
      } else if (rule.strategy().equals("FAIL_WITH_403")) {
        throw new Failure(ResponseType.ACCESS_DENIED, "Forbidden");
      } else {
        warned = rule.strategy().equals("SUCCEED_WITH_RESPONSE_HEADER");
      }
    }
    var known = cache.get(key, exchange.call().now());
    var response = known == null ? keep(key, exchange, backend.answer()) : known;
    return warned ? response.with("Warning", WARNING) : response;
  }

  private static boolean wantsAnew(Exchange exchange) {
    var header = exchange.incoming().request().headers().first("cache-control");
    return header != null && header.toLowerCase(Locale.ROOT).contains(ANEW);
  }

  private boolean mayInvalidate(Exchange exchange) {
    if (!rule.guarded()) {
      return true;
    }
    var sender = exchange.admission().sender();
    if (sender == null) {
      return false;
    }
    try {
      signatures.authorize(sender.call(), INVALIDATE, exchange.method().toString(), null);
      return true;
    } catch (ServiceException refused) {
      if (refused.error() != CommonError.ACCESS_DENIED) {
        throw refused;
      }
      return false;
    }
  }

  private Response keep(String key, Exchange exchange, Response made) throws IOException {
    if (made.status() < OK || made.status() >= REDIRECTION) {
      return made;
    }
    var in = made.body().open();
    var bytes = in.readNBytes(ResponseCache.MAX_RESPONSE + 1);
    if (bytes.length > ResponseCache.MAX_RESPONSE) {
      var whole = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
      return new Response(
          made.status(), made.headers(), new Body.OfStream(whole, made.body().length()));
    }
    in.close();
    var body = Body.of(bytes);
    var kept = new Response(made.status(), made.headers().without("X-Amzn-Trace-Id"), body);
    cache.put(key, kept, bytes.length, exchange.call().now().plusSeconds(rule.seconds()));
    return new Response(made.status(), made.headers(), body);
  }
}
