package brume.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.List;

/// The engine's HTTP/1 decoder with the leniency taken out that lets two parties disagree on where
/// a request ends: the lines of each head pass through [HeadLines] before it sees them.
final class StrictDecoder extends VertxHttpRequestDecoder {
  private final HeadLines lines = new HeadLines();
  private final Peer peer;
  private boolean inHead = true;
  private boolean refused;

  StrictDecoder(Http1ServerConfig config, Peer peer) {
    super(config);
    this.peer = peer;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (refused) {
      buffer.skipBytes(buffer.readableBytes());
      return;
    }
    if (inHead) {
      var fault = lines.fault(buffer);
      if (fault != null) {
        refuse(fault, buffer, out);
        return;
      }
    }
    int before = out.size();
    super.decode(context, buffer, out);
    for (int i = before; i < out.size(); i++) {
      follow((HttpObject) out.get(i));
    }
    if (refused
        && out.getLast() instanceof HttpContent content
        && content.decoderResult().isFailure()) {
      // The engine would close at once; whoever reads the body is to answer first.
      out.removeLast();
      peer.bodyBroke(content.decoderResult().cause());
    }
  }

  private void follow(HttpObject decoded) {
    if (decoded instanceof HttpRequest request) {
      inHead = false;
      ignoreUpgrade(request);
    } else if (decoded instanceof LastHttpContent) {
      inHead = true;
    }
    refused |= decoded.decoderResult().isFailure();
  }

  /// An upgrade to HTTP/2 is not offered, and so ignored (RFC 9110 §7.8) and seen by nobody behind;
  /// a draft of WebSocket had a body that no field announced.
  private static void ignoreUpgrade(HttpRequest request) {
    var headers = request.headers();
    if (headers.containsValue("Upgrade", "h2c", true)) {
      headers.remove("HTTP2-Settings").remove("Upgrade");
    }
    if (headers.contains("Sec-WebSocket-Key1")) {
      request.setDecoderResult(
          DecoderResult.failure(new Rejection(400, "WebSocket of draft 76 is not spoken here")));
    }
  }

  @Override
  protected HttpMessage createInvalidMessage() {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
  }

  private void refuse(Rejection fault, ByteBuf buffer, List<Object> out) {
    refused = true;
    buffer.skipBytes(buffer.readableBytes());
    var invalid = createInvalidMessage();
    invalid.setDecoderResult(DecoderResult.failure(fault));
    out.add(invalid);
  }

  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (!refused) {
      super.decodeLast(context, buffer, out);
    }
  }
}
