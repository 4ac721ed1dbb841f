package brume.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.List;

/// The engine's HTTP/1 decoder with the leniency taken out that lets two parties disagree on where
/// a request ends: the lines of each head pass through [HeadLines] before it sees them.
final class StrictDecoder extends VertxHttpRequestDecoder {
  private final HeadLines lines = new HeadLines();
  private boolean inHead = true;
  private boolean refused;

  StrictDecoder(Http1ServerConfig config) {
    super(config);
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
  }

  private void follow(HttpObject decoded) {
    if (decoded.decoderResult().isFailure()) {
      refused = true;
    } else if (decoded instanceof LastHttpContent) {
      inHead = true;
    } else if (decoded instanceof HttpRequest request) {
      inHead = false;
      ignoreUpgrade(request);
    }
  }

  /// An upgrade that is not offered is ignored (RFC 9110 §7.8), and seen by nobody behind.
  private static void ignoreUpgrade(HttpRequest request) {
    if (request.headers().contains("HTTP2-Settings")) {
      request.headers().remove("HTTP2-Settings").remove("Upgrade");
    }
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
