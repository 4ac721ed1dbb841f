package brume.http.engine;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.transport.Transport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The transport of the JDK, which shows each accepted connection to whoever listens before the
/// engine prepares it. The engine itself tells of connections only after their first request.
final class Doors extends NioTransport implements Transport {
  private volatile @Nullable Predicate<Channel> newcomers;

  /// Who sees the connections of servers that begin to listen from now on.
  void show(@Nullable Predicate<Channel> to) {
    newcomers = to;
  }

  @Override
  public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
    super.configure(config, domainSocket, bootstrap);
    var shown = newcomers;
    if (shown != null) {
      bootstrap.handler(new Doorman(shown));
    }
  }

  @Override
  public String name() {
    return "nio";
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public @Nullable Throwable unavailabilityCause() {
    return null;
  }

  @Override
  public io.vertx.core.spi.transport.Transport implementation() {
    return this;
  }

  @ChannelHandler.Sharable
  private static final class Doorman extends ChannelInboundHandlerAdapter {
    private final Predicate<Channel> newcomers;

    Doorman(Predicate<Channel> newcomers) {
      this.newcomers = newcomers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      var channel = (Channel) accepted;
      if (newcomers.test(channel)) {
        context.fireChannelRead(channel);
      } else {
        channel.unsafe().closeForcibly();
      }
    }
  }
}
