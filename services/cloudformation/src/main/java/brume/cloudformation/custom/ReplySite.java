package brume.cloudformation.custom;

import brume.cloudformation.data.Replies;
import brume.http.Request;
import brume.http.Response;
import brume.service.Call;
import brume.service.Endpoint;
import brume.service.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Takes the replies of custom resources, each at a name that only its question has.
public final class ReplySite implements Site {
  private static final String KIND = "cloudformation-reply";

  /// In bytes. Source: CloudFormation user guide, "Custom resource response objects".
  static final int MAX_REPLY = 4096;

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Replies replies;

  public ReplySite(Replies replies) {
    this.replies = replies;
  }

  static String url(Endpoint endpoint, String secret) {
    return endpoint.url() + "/_brume/" + KIND + '/' + secret;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    if (!request.method().equals("PUT")) {
      return Response.of(METHOD_NOT_ALLOWED);
    }
    try (var body = request.body().open()) {
      // One byte more tells that the reply is too long, of which the stack's events will speak.
      var text = new String(body.readNBytes(MAX_REPLY + 1), StandardCharsets.UTF_8);
      return Response.of(replies.reply(name, text) ? OK : FORBIDDEN);
    }
  }
}
