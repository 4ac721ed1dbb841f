package brume.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.Http1ServerConfig;
import java.nio.charset.StandardCharsets;

/// Watches a plain connection until it is known whether it begins with the preface of HTTP/2 (RFC
/// 9113 §3.4). The engine looks too and then puts its decoder in place: bytes go on one by one
/// until it has, so that the strict decoder takes over before a request is read.
final class FirstBytes extends ChannelInboundHandlerAdapter {
  /// The name of the engine's decoder in its pipeline.
  static final String DECODER = "httpDecoder";

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Http1ServerConfig http1;
  private final Peer peer;
  private int matched;

  FirstBytes(Http1ServerConfig http1, Peer peer) {
    this.http1 = http1;
    this.peer = peer;
  }

  static void makeStrict(ChannelPipeline pipeline, Http1ServerConfig http1, Peer peer) {
    pipeline.replace(DECODER, DECODER, new StrictDecoder(http1, peer));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    while (bytes.isReadable() && matched < PREFACE.length) {
      boolean same = bytes.getByte(bytes.readerIndex()) == PREFACE[matched++];
      context.fireChannelRead(bytes.readRetainedSlice(1));
      if (!same) {
        makeStrict(context.pipeline(), http1, peer);
        matched = PREFACE.length;
      }
    }
    if (matched == PREFACE.length) {
      context.pipeline().remove(this);
    }
    context.fireChannelRead(bytes);
  }
}
